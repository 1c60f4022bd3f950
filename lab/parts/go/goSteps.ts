import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { inspectArtifact, keep, type Artifact } from "../../cache/artifact";
import { folderHash, keyOf } from "../../cache/folderHash";
import type { LabPaths } from "../../paths";
import type { Step } from "../../run/step";
import { debianPackagesId } from "../debianPackages";
import { goToolchainId, type GoCommand } from "./goCommand";
import { buildArguments, fetchArguments, goEnvironment, type GoProgram } from "./goProgram";
import { goPrograms } from "./goPrograms";
import { stagedFolder, stageModule } from "./stagedModule";

export function programArtifact(paths: LabPaths, go: GoCommand, program: GoProgram): Artifact {
  const module = folderHash(path.join(paths.assets, "go", program.module));
  return {
    file: path.join(program.onPath ? paths.bin : paths.imagePrograms, program.name),
    keyFile: path.join(paths.keys, program.name),
    key: keyOf(go.version, module, ...buildArguments("go", program, program.name)),
  };
}

/** For each module one step that downloads, for each program one that builds. */
export function goSteps(paths: LabPaths, go: GoCommand): Step[] {
  const builds = goPrograms.map((program) => buildStep(paths, go, program));
  const modules = [...new Set(goPrograms.map((program) => program.module))];
  const fetches = modules.map((module, index) => {
    const previous = modules[index - 1];
    const programs = goPrograms.filter((program) => program.module === module);
    return fetchStep(paths, go, programs, previous);
  });
  return [...fetches, ...builds];
}

function fetchStep(
  paths: LabPaths,
  go: GoCommand,
  programs: readonly GoProgram[],
  previous: string | undefined,
): Step {
  const [first] = programs;
  if (!first) throw new Error("a module without programs");
  return {
    id: fetchId(first.module),
    title: `modules for ${programs.map((program) => program.name).join(" and ")}`,
    // One after the other, in the order of the builds: the first is needed soonest.
    needs: [goToolchainId, ...(previous === undefined ? [] : [fetchId(previous)])],
    transient: true,
    inspect: async () => {
      const parts = await Promise.all(
        programs.map((program) => inspectArtifact(programArtifact(paths, go, program))),
      );
      const whole = parts.every((part) => part.state === "ready");
      return { state: whole ? "ready" : "missing" };
    },
    run: async (task) => {
      await stageModule(paths, go, first, task);
      await task.run(
        fetchArguments(
          go.program,
          programs.map((program) => program.package),
        ),
        {
          cwd: stagedFolder(paths, first),
          environment: goEnvironment(paths.goCache),
        },
      );
    },
  };
}

function buildStep(paths: LabPaths, go: GoCommand, program: GoProgram): Step {
  const artifact = programArtifact(paths, go, program);
  return {
    id: programId(program.name),
    title: program.version === undefined ? program.name : `${program.name} v${program.version}`,
    needs: [
      debianPackagesId,
      fetchId(program.module),
      ...(program.after === undefined ? [] : [programId(program.after)]),
    ],
    compiles: true,
    inspect: () => inspectArtifact(artifact),
    run: async (task) => {
      const output = path.join(paths.work, "built", program.name);
      mkdirSync(path.dirname(output), { recursive: true });
      await task.run(buildArguments(go.program, program, output), {
        cwd: stagedFolder(paths, program),
        environment: goEnvironment(paths.goCache),
      });
      for (const link of program.links ?? []) linkBeside(artifact.file, link);
      keep(artifact, output);
    },
  };
}

/** Before the program's key is written, so that a program that counts as ready has its links. */
function linkBeside(file: string, name: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const link = path.join(path.dirname(file), name);
  rmSync(link, { force: true });
  symlinkSync(path.basename(file), link);
}

export const programId = (name: string): string => `program-${name}`;
const fetchId = (module: string): string => `modules-${module}`;
