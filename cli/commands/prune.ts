import { rm } from "node:fs/promises";
import { removeApiFiles } from "../../api/process/apiFile";
import { endApi } from "../../api/process/endApi";
import { fileProblem } from "../../cluster/files/fileProblem";
import { listStrayFiles } from "../../cluster/files/strayFiles";
import {
  isNothing,
  listDockerResources,
  removeDockerResources,
} from "../../cluster/k3d/dockerResources";
import { kubeconfigFiles, removeKubeconfig } from "../../cluster/k3d/kubeconfig";
import { findLeftover, listLeftovers, type Leftover } from "../../cluster/k3d/leftovers";
import { clusterName } from "../../cluster/k3d/names";
import { KecsError, problem, throwIfErrors, type Issue } from "../../core/validate";
import type { Command, Context } from "../command";
import { stopIfInterrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { resourceNames, whatIsLeft } from "../text/whatIsLeft";
import { agree, type AgreementOptions } from "../ui/agree";

/** `kecs prune`: removes what is left of instances whose stack is gone, and nothing of any other. */
export const prune: Command<AgreementOptions> = {
  name: "prune",
  summary: "remove what is left of instances whose stack is gone",
  arguments: [{ name: "[instance...]", summary: "only these" }],
  options: [{ flags: "--yes", summary: "do not ask for confirmation" }],
  isOfMachine: true,
  async run(context) {
    const { io, console, operands } = context;
    await prepareMachine(io, console, false, true);
    const leftovers = await selectLeftovers(io.env, operands);
    const strays = operands.length === 0 ? await listStrayFiles(io.env) : [];
    const described = await Promise.all(leftovers.map((of) => describe(io.env, of)));
    if (leftovers.length === 0 && strays.length === 0) {
      return {
        data: { instances: [], files: [] },
        text: "nothing is left of instances without a stack",
      };
    }
    const lines = [
      ...described.flatMap(({ instance, stack, resources, files }) => [
        `instance ${instance}, whose stack ${stack.project}/${stack.stack} is not in ${stack.backend}:`,
        ...[...resourceNames(resources), ...files.map((file) => `file ${file}`)].map(
          (line) => `  ${line}`,
        ),
      ]),
      ...strays.map((file) => `file ${file}, half written by a process that is gone`),
    ];
    await agree(context, "prune", lines);

    const issues: Issue[] = [];
    const pruned: string[] = [];
    for (const leftover of leftovers) {
      stopIfInterrupted(io.signal, pruned.length === 0 ? "nothing was removed" : goneText(pruned));
      try {
        if (await remove(context, leftover)) pruned.push(leftover.instance);
      } catch (error) {
        if (!KecsError.is(error)) throw error;
        issues.push(...error.issues);
      }
    }
    for (const file of strays) {
      await rm(file, { force: true }).catch((error: unknown) => {
        issues.push(...fileProblem(file, "removed", error).issues);
      });
    }
    return {
      data: {
        instances: described.filter(({ instance }) => pruned.includes(instance)),
        files: strays,
      },
      text: goneText(pruned),
      issues,
    };
  },
};

/** What is left of all instances without a stack, or of those that are named. */
async function selectLeftovers(
  env: NodeJS.ProcessEnv,
  names: readonly string[],
): Promise<readonly Leftover[]> {
  const all = await listLeftovers(env);
  if (names.length === 0) return all;
  const unknown = names.filter((name) => !all.some(({ instance }) => instance === name));
  throwIfErrors(
    unknown.map((name) =>
      problem(
        "KECS4002",
        "",
        `nothing is left of an instance "${name}" whose stack is gone`,
        "see whose it is: kecs list",
      ),
    ),
  );
  return all.filter(({ instance }) => names.includes(instance));
}

function goneText(pruned: readonly string[]): string {
  if (pruned.length === 0) return "no instance was removed";
  return pruned.map((instance) => `instance ${instance} is gone`).join("\n");
}

async function describe(env: NodeJS.ProcessEnv, { instance, stack, resources }: Leftover) {
  return { instance, stack, resources, files: await kubeconfigFiles(env, instance) };
}

/** Removes an instance, unless its stack came back while the question was asked; says which. */
async function remove(
  { io, console: { progress } }: Context,
  { instance, owner, clusterIdentifier }: Leftover,
): Promise<boolean> {
  const cluster = clusterName(instance);
  const found = await findLeftover(io.env, instance, owner);
  if (found?.clusterIdentifier !== clusterIdentifier) {
    progress.note(`${cluster} stays: it changed meanwhile`);
    return false;
  }
  progress.start(instance, `removing ${cluster}`);
  await endApi(io.env, instance);
  await removeDockerResources(instance, clusterIdentifier, owner);
  const left = await listDockerResources(instance);
  if (!isNothing(left)) {
    const hint = "run kecs prune again, or remove it with docker";
    throw new KecsError([problem("KECS3004", cluster, whatIsLeft(left), hint)]);
  }
  await removeApiFiles(io.env, instance);
  await removeKubeconfig(io.env, instance);
  progress.end(instance, `${cluster} removed`);
  return true;
}
