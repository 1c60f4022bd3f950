import { instanceName, validateInstanceName, type InstanceName } from "../../core/instanceName";
import { KecsError } from "../../core/validate";
import { parseJson } from "../../core/validate/parseJson";
import { run } from "../../cluster/process/run";
import type { KecsOutputs } from "../../core/outputs/contract";
import { readOutputs as parseOutputs } from "../../core/outputs/read";
import type { Project } from "../project/project";
import { FailureCollector } from "./failures";

const NO_STACK = /no stack named|no previous deployment/i;

/**
 * What a stack puts out; undefined where the backend has no such stack or it was never updated.
 *
 * @throws KecsError KECS1016 where the outputs are not those of this version, or are secret
 */
export async function readOutputs(
  project: Project,
  stack: string,
  withSecrets = false,
): Promise<KecsOutputs | undefined> {
  // What reads the outputs loads while Pulumi looks for them.
  const [raw] = await Promise.all([rawOutputs(project, stack, withSecrets), import("zod")]);
  return raw === undefined ? undefined : parseOutputs(raw, stack);
}

/**
 * The instance that a stack puts out, of whatever version; undefined where it puts out none that
 * could be one.
 */
export async function readInstance(
  project: Project,
  stack: string,
): Promise<InstanceName | undefined> {
  const instance = (await rawOutputs(project, stack, false))?.["instance"];
  return validateInstanceName(instance, "").length === 0 ? instanceName(instance) : undefined;
}

/**
 * This asks the CLI itself: the Automation API makes four calls of it, and the user's selected
 * stack would change by a mere look. Without secrets no passphrase is needed.
 */
async function rawOutputs(
  project: Project,
  stack: string,
  withSecrets: boolean,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const read = await run(outputsArgv(project.folder, stack, withSecrets), { timeoutMs: 60_000 });
  if (read.code === 0) {
    const text = read.stdout.trim() === "" ? "{}" : read.stdout;
    const raw = parseJson<Record<string, unknown>>(text, "pulumi stack output", "KECS3003");
    return raw["outputsVersion"] === undefined ? undefined : raw;
  }
  if (NO_STACK.test(read.stderr)) return undefined;
  throw new KecsError(new FailureCollector().issues(read.stderr.trim()));
}

export function outputsArgv(folder: string, stack: string, withSecrets: boolean): string[] {
  return [
    "pulumi",
    "stack",
    "output",
    "--json",
    ...(withSecrets ? ["--show-secrets"] : []),
    "--stack",
    stack,
    "--cwd",
    folder,
    "--non-interactive",
  ];
}
