import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { KecsError, throwIfErrors } from "../../core/validate";
import type { Io } from "../io";
import type { Console } from "../ui/console";
import type { LabEnvironment } from "../../lab";
import { pulumiFolder } from "../../cluster/files/cache";
import { decide, labMode, type Decision } from "./decide";
import { internetAnswers } from "./internet";
import { lab } from "./lab";
import { installPulumi } from "./pulumiCli";
import { getTools, type Tools } from "./tools";

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
  const found = await getTools(io.env);
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
    throwIfErrors((await getTools(io.env)).issues);
    return;
  }
  if (decision.kind === "enterLab") {
    progress.note(decision.why);
    addMissing(io.env, lab.environment());
  }
  const usable = decision.kind === "installPulumi" ? await getTools(io.env) : found;
  throwIfErrors(usable.issues);
  const { docker, k3d, pulumi } = usable.versions;
  progress.end("tools", `docker ${docker}, k3d ${k3d}, pulumi ${pulumi}`);
}

async function reuse(env: NodeJS.ProcessEnv): Promise<void> {
  usePulumi(env);
  const found = await getTools(env);
  const decision = await decideFor(env, found);
  if (decision.kind === "use") return;
  if (decision.kind === "refuse") throw new KecsError(decision.issues);
  if (decision.kind === "enterLab") {
    addMissing(env, lab.environment());
  } else if (decision.kind === "installPulumi" || !decision.isReady) {
    throw new KecsError(found.issues.map((issue) => ({ ...issue, hint: "kecs start brings it" })));
  } else {
    Object.assign(env, lab.environment());
  }
  // The lab brings its programs, but the daemon can be another one, or down.
  const isDockerSilent = found.issues.some(({ path }) => path === "docker");
  if (isDockerSilent) throwIfErrors((await getTools(env)).issues);
}

async function decideFor(env: NodeJS.ProcessEnv, { issues }: Tools): Promise<Decision> {
  const mode = labMode(env["KECS_LAB"]);
  const ofLab = lab.environment();
  const lacksLabVariables = usesLab(env, ofLab) && lacksAny(env, ofLab);
  if (issues.length === 0 && mode !== "always" && !lacksLabVariables) return { kind: "use" };
  const labReason = mode === "never" ? "KECS_LAB=never" : lab.supported();
  const labReady = labReason === undefined && (await lab.ready());
  // Where the lab is built already, it was found before that nothing can be downloaded.
  const mayDownload = mode !== "always" && !labReady && issues.length > 0;
  const reachable = mayDownload && (await internetAnswers());
  const inLab = isInLab(env);
  return decide({ issues, mode, inLab, lacksLabVariables, labReady, labReason, reachable });
}

/** Whether the k3d that the PATH leads to is the lab's. */
function usesLab(env: NodeJS.ProcessEnv, ofLab: LabEnvironment): boolean {
  const found = pathOf(env).find((folder) => existsSync(join(folder, "k3d")));
  return found !== undefined && found === pathOf(ofLab)[0];
}

function lacksAny(env: NodeJS.ProcessEnv, ofLab: LabEnvironment): boolean {
  return Object.keys(ofLab).some((name) => (env[name] ?? "") === "");
}

/** Sets what of the lab's variables the user has not set otherwise. */
function addMissing(env: NodeJS.ProcessEnv, ofLab: LabEnvironment): void {
  for (const [name, value] of Object.entries(ofLab)) {
    if ((env[name] ?? "") === "") env[name] = value;
  }
}

function pathOf({ PATH = "" }: { readonly PATH?: string | undefined }): string[] {
  return PATH.split(delimiter);
}

function isInLab(env: NodeJS.ProcessEnv): boolean {
  const [bin = ""] = pathOf(lab.environment());
  return pathOf(env).includes(bin);
}

/** Puts a Pulumi CLI of KECS's own onto the PATH, if there is one: then none other served. */
function usePulumi(env: NodeJS.ProcessEnv): void {
  const bin = join(pulumiFolder(env), "bin");
  const path = env["PATH"] ?? "";
  if (existsSync(bin) && !path.split(delimiter).includes(bin)) {
    env["PATH"] = `${bin}${delimiter}${path}`;
  }
}
