import { removeApiFiles } from "../../api/process/apiFile";
import { endApi } from "../../api/process/endApi";
import { clusterName } from "../../cluster/k3d/names";
import { KecsError, problem } from "../../core/validate";
import { kubeconfigFiles, removeKubeconfig } from "../../cluster/k3d/kubeconfig";
import { findHolder } from "../../cluster/k3d/holder";
import { unpauseCluster } from "../../cluster/k3d/nap";
import { probeCluster } from "../../cluster/k3d/probe";
import { claimOf } from "../project/claim";
import {
  listDockerResources,
  isNothing,
  removeDockerResources,
  type DockerResources,
} from "../../cluster/k3d/dockerResources";
import { PulumiStack } from "../engine/pulumiStack";
import { asleep } from "../engine/atRest";
import { readInstance } from "../engine/outputs";
import { interrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { agree, type AgreementOptions } from "../ui/agree";
import type { Command } from "../command";
import { prepareBackendAndState } from "../engine/prepareBackend";
import { resourceNames, whatIsLeft } from "../text/whatIsLeft";
import { selectStack, type SelectedStack } from "../project/selectedStack";

/**
 * `kecs destroy`: removes all of an instance, also what no stack knows of any more. What belongs to
 * another stack, or was not made by KECS, stays.
 */
export const destroy: Command<AgreementOptions> = {
  name: "destroy",
  summary: "remove an instance and everything in it",
  options: [{ flags: "--yes", summary: "do not ask for confirmation" }],
  async run(context) {
    const { io, console } = context;
    const { progress } = console;
    const selected = selectStack(context);
    await prepareMachine(io, console, false, true);
    for (const line of prepareBackendAndState(io.env, selected)) progress.note(line);
    const { project, stack } = selected;
    const pulumiStack = selected.isNew ? undefined : await PulumiStack.find(project, stack);
    // The stack may have been deployed before its file was given another instance.
    const instance = (await readInstance(project, stack)) ?? selected.instance;

    const claim = claimOf(io.env, project, stack, selected.config);
    const { owner } = claim;
    const holder = await findHolder(io.env, instance, owner);
    const isOthers = holder.issues.length > 0;
    if (isOthers && pulumiStack === undefined) throw new KecsError(holder.issues);
    const found = await probeCluster(instance);
    const isAsleep = found.kind === "present" && found.asleep;
    if (isAsleep && isOthers) throw asleep(selected);
    const own = isOthers ? NOTHING : await listDockerResources(instance);
    const files = isOthers ? [] : await kubeconfigFiles(io.env, instance);
    if (pulumiStack === undefined && isNothing(own) && files.length === 0) {
      throw new KecsError([problem("KECS4002", "", `there is no instance "${instance}"`)]);
    }
    for (const { message } of holder.issues) progress.note(`the cluster stays: ${message}`);
    await agree(
      context,
      "destroy",
      list(pulumiStack === undefined ? undefined : stack, own, files),
    );

    try {
      // Nothing in a paused cluster could be removed by itself.
      if (isAsleep) await unpauseCluster(io.env, instance, claim);
      if (!isOthers) await endApi(io.env, instance);
      if (pulumiStack !== undefined) {
        progress.start("stack", `removing the resources of stack ${stack}`);
        await pulumiStack.destroy({
          signal: io.signal,
          onOutput: console.detail,
          onNote: progress.note,
        });
        await pulumiStack.remove();
        progress.end("stack", `${stack} removed`);
      }
      if (!isOthers && !isNothing(await listDockerResources(instance))) {
        progress.start("cluster", `removing ${clusterName(instance)}`);
        await removeDockerResources(instance, holder.clusterIdentifier, owner);
        progress.end("cluster", `${clusterName(instance)} removed`);
      }
    } catch (error) {
      if (!io.signal.aborted) throw error;
      throw interrupted(whatIsLeft(await listDockerResources(instance)));
    }
    if (!isOthers) {
      await removeApiFiles(io.env, instance);
      await removeKubeconfig(io.env, instance);
      await verify(instance);
    }
    return {
      data: { stack, instance, destroyed: true, clusterRemoved: !isOthers },
      text: isOthers ? `stack ${stack} is gone; the cluster stays` : afterwards(instance, selected),
    };
  },
};

const NOTHING: DockerResources = { containers: [], networks: [], volumes: [] };

function list(
  stack: string | undefined,
  resources: DockerResources,
  files: readonly string[],
): string[] {
  return [
    ...(stack === undefined ? [] : [`the state of stack ${stack} (its file stays)`]),
    ...resourceNames(resources),
    ...files.map((file) => `file ${file}`),
  ];
}

async function verify(instance: string): Promise<void> {
  const resources = await listDockerResources(instance);
  if (isNothing(resources)) return;
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      whatIsLeft(resources),
      "run kecs destroy again, or remove it with docker",
    ),
  ]);
}

function afterwards(instance: string, { isNew }: SelectedStack): string {
  return isNew
    ? `instance ${instance} is gone`
    : `instance ${instance} is gone; the stack's file stays`;
}
