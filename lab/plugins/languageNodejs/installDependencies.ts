import { spawn } from "node:child_process";

/** Installs a program's packages with npm; `write` gets what npm has to say. */
export async function installDependencies(
  programDirectory: string,
  write: (output: Uint8Array, stream: "stdout" | "stderr") => void,
): Promise<void> {
  const child = spawn("npm", ["install", "--loglevel=error"], {
    cwd: programDirectory,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (data: Buffer) => {
    write(data, "stdout");
  });
  child.stderr.on("data", (data: Buffer) => {
    write(data, "stderr");
  });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm install failed with exit code ${String(code)}`));
    });
  });
}
