import { chmodSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import coerce from "semver/functions/coerce";
import gte from "semver/functions/gte";
import { runCommand } from "../../run/command";
import type { Step } from "../../run/step";
import { goMinimum, goToolchain } from "../../versions";
import { debianPackagesId } from "../debianPackages";
import { goEnvironment } from "./goProgram";

export const goToolchainId = "go-toolchain";

/** The Go to build with: the one on PATH if it is new enough, or else one from the module proxy. */
export interface GoCommand {
  readonly program: string;
  /** As Go says it, `go1.26.8`: a part of every key. */
  readonly version: string;
  readonly toDownload: boolean;
}

export async function findGo(goCache: string): Promise<GoCommand> {
  const version = await runCommand(["go", "env", "GOVERSION"], {
    environment: { GOTOOLCHAIN: "local" },
  }).then(
    (text) => text.trim(),
    () => undefined,
  );
  if (version !== undefined && isNewEnough(version)) {
    return { program: "go", version, toDownload: false };
  }
  const folder = `golang.org/toolchain@v0.0.1-${goToolchain}.linux-amd64`;
  const program = path.join(goCache, "modules", folder, "bin", "go");
  return { program, version: goToolchain, toDownload: true };
}

export function isNewEnough(version: string): boolean {
  return gte(coerce(version) ?? "0.0.0", goMinimum);
}

/** Downloads the toolchain, with whatever Go is there, as the module that Go itself would use. */
export function goToolchainStep(
  go: GoCommand,
  goCache: string,
  isNeeded: () => Promise<boolean>,
): Step {
  return {
    id: goToolchainId,
    title: `Go ${go.version}`,
    needs: [debianPackagesId],
    transient: true,
    inspect: async () => ({ state: go.toDownload && (await isNeeded()) ? "missing" : "ready" }),
    run: async (task) => {
      await task.run(
        ["go", "mod", "download", `golang.org/toolchain@v0.0.1-${goToolchain}.linux-amd64`],
        { environment: goEnvironment(goCache), cwd: "/" },
      );
      makeExecutable(path.dirname(go.program));
      makeExecutable(path.join(path.dirname(go.program), "..", "pkg", "tool"));
    },
  };
}

/** A module's archive does not say which of its files are programs. */
function makeExecutable(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) chmodSync(file, 0o555);
  }
}
