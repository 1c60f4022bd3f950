import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../lab/paths";
import { succeed } from "./run";

const REQUIREMENTS = join(__dirname, "aws-requirements.txt");

/** Installs the AWS CLI once, beside the lab; returns the variables by which a shell finds it. */
export async function awsCli(): Promise<string> {
  const version = createHash("sha256")
    .update(readFileSync(REQUIREMENTS))
    .digest("hex")
    .slice(0, 12);
  const folder = join(cacheFolder(process.env), "test-tools", `aws-${version}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    await succeed(
      [
        ...["python3", "-m", "pip", "install", "--quiet", "--no-deps", "--no-input"],
        ...["--disable-pip-version-check", "--target", fresh, "--requirement", REQUIREMENTS],
      ],
      { cwd: __dirname, env: process.env },
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  }
  return [
    `export PYTHONPATH=${folder}`,
    `export PATH=${join(folder, "bin")}:"$PATH"`,
    "export AWS_PAGER=",
    "export AWS_MAX_ATTEMPTS=1",
  ].join("\n");
}
