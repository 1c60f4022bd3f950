import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { LabPaths } from "../../paths";
import type { Task } from "../../run/step";
import type { GoCommand } from "./goCommand";
import { goEnvironment, type GoProgram } from "./goProgram";
import { applyOverlay } from "./moduleOverlay";

export function stagedFolder(paths: LabPaths, program: GoProgram): string {
  return path.join(paths.work, "go", program.module);
}

/** Copies a program's module to where it is built, and makes the changed modules it replaces. */
export async function stageModule(
  paths: LabPaths,
  go: GoCommand,
  program: GoProgram,
  task: Task,
): Promise<void> {
  const source = path.join(paths.assets, "go", program.module);
  const staged = stagedFolder(paths, program);
  rmSync(staged, { recursive: true, force: true });
  cpSync(source, staged, { recursive: true });
  const overlays = Object.entries(program.overlays ?? {});
  if (overlays.length === 0) return;

  // Asked for from a module without the `replace` lines, so that go.sum vouches for the originals.
  const originals = `${staged}-originals`;
  rmSync(originals, { recursive: true, force: true });
  mkdirSync(originals, { recursive: true });
  for (const file of ["go.mod", "go.sum"])
    cpSync(path.join(source, file), path.join(originals, file));
  const options = { cwd: originals, environment: goEnvironment(paths.goCache) };
  for (const [folder, module] of overlays) {
    await task.run([go.program, "mod", "edit", `-dropreplace=${module}`], options);
    const answer = await task.run([go.program, "mod", "download", "-json", module], options);
    const copy = path.join(staged, folder);
    await task.run(["cp", "-R", (JSON.parse(answer) as { Dir: string }).Dir, copy]);
    // The module cache is read-only, and so is a copy of it.
    await task.run(["chmod", "-R", "u+w", copy]);
    applyOverlay(path.join(source, "overlay", folder), copy);
  }
}
