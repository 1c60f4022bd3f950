import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../lab/paths";
import { run } from "./run";

/**
 * Installs what a file of this folder requires once, beside the lab; returns the folder that PYTHONPATH
 * has to name.
 */
export async function pythonPackages(name: string): Promise<string> {
  const requirements = join(__dirname, `${name}-requirements.txt`);
  const version = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const folder = join(cacheFolder(process.env), "test-tools", `${name}-${version.slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const { code, stdout, stderr } = await run(
    [
      ...["python3", "-m", "pip", "install", "--quiet", "--no-deps", "--no-input"],
      ...["--disable-pip-version-check", "--target", fresh, "--requirement", requirements],
    ],
    { cwd: __dirname, env: process.env },
  );
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(
      `This test needs Python 3 with pip, and the packages of ${requirements} from PyPI, which pip could not install:\n${stdout}\n${stderr}`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return folder;
}
