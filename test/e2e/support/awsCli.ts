import { join } from "node:path";
import { pythonPackages } from "./pythonPackages";

/** Installs the AWS CLI once; returns the variables by which a shell finds it. */
export async function awsCli(): Promise<string> {
  const folder = await pythonPackages("aws");
  return [
    `export PYTHONPATH=${folder}`,
    `export PATH=${join(folder, "bin")}:"$PATH"`,
    "export AWS_PAGER=",
    "export AWS_MAX_ATTEMPTS=1",
  ].join("\n");
}
