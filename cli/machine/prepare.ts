import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { KecsError, throwIfErrors } from "../../components/internal/errors";
import type { Io } from "../io";
import type { Console } from "../ui/console";
import { pulumiFolder } from "./cache";
import { decide, labMode, type Decision } from "./decide";
import { internetAnswers } from "./internet";
import { lab } from "./lab";
import { installPulumi } from "./pulumiCli";
import { lookAtTools, type Tools } from "./tools";

/**
 * Makes the programs that KECS drives usable. Only `start` may install and build something, and
 * tells what it uses; the other commands use what it prepared.
 */
export async function prepareMachine(
  io: Io,
  console: Console,
  mayBuild: boolean,
  quiet: boolean,
): Promise<void> {
  await (mayBuild ? provide(io, console, quiet) : reuse(io.env));
}

async function provide(io: Io, console: Console, quiet: boolean): Promise<void> {
  const { progress } = console;
  progress.start("tools", "docker, k3d, pulumi");
  usePulumi(io.env);
  const found = await lookAtTools(io.env);
  const decision = await decideFor(io.env, found);
  if (decision.kind === "refuse") throw new KecsError(decision.issues);
  if (decision.kind === "installPulumi") {
    progress.note(`installing the Pulumi CLI into ${pulumiFolder(io.env)}`);
    await installPulumi(pulumiFolder(io.env));
    usePulumi(io.env);
  }
  if (decision.kind === "lab") {
    // The lab draws progress of its own, so this step's comes to its end first.
    progress.end("tools", decision.why);
    Object.assign(io.env, decision.isReady ? lab.environment() : await lab.up(io, quiet));
    throwIfErrors((await lookAtTools(io.env)).issues);
    return;
  }
  const usable = decision.kind === "use" ? found : await lookAtTools(io.env);
  throwIfErrors(usable.issues);
  const { docker, k3d, pulumi } = usable.versions;
  progress.end("tools", `docker ${docker}, k3d ${k3d}, pulumi ${pulumi}`);
}

async function reuse(env: NodeJS.ProcessEnv): Promise<void> {
  usePulumi(env);
  const found = await lookAtTools(env);
  const decision = await decideFor(env, found);
  if (decision.kind === "use") return;
  if (decision.kind === "refuse") throw new KecsError(decision.issues);
  if (decision.kind === "installPulumi" || !decision.isReady) {
    throw new KecsError(found.issues.map((issue) => ({ ...issue, hint: "kecs start brings it" })));
  }
  Object.assign(env, lab.environment());
}

async function decideFor(env: NodeJS.ProcessEnv, { issues }: Tools): Promise<Decision> {
  const mode = labMode(env["KECS_LAB"]);
  if (issues.length === 0 && mode !== "always") return { kind: "use" };
  const labReason = mode === "never" ? "KECS_LAB=never" : lab.supported();
  const labReady = labReason === undefined && (await lab.ready());
  // Where the lab is built already, it was found before that nothing can be downloaded.
  const reachable = mode !== "always" && !labReady && (await internetAnswers());
  return decide({ issues, mode, inLab: isInLab(env), labReady, labReason, reachable });
}

function isInLab(env: NodeJS.ProcessEnv): boolean {
  const [bin = ""] = (lab.environment()["PATH"] ?? "").split(delimiter);
  return (env["PATH"] ?? "").split(delimiter).includes(bin);
}

/** Puts a Pulumi CLI of KECS's own onto the PATH, if there is one: then none other served. */
function usePulumi(env: NodeJS.ProcessEnv): void {
  const bin = join(pulumiFolder(env), "bin");
  const path = env["PATH"] ?? "";
  if (existsSync(bin) && !path.split(delimiter).includes(bin)) {
    env["PATH"] = `${bin}${delimiter}${path}`;
  }
}
