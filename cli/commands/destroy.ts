import { clusterName } from "../../cluster/k3d/names";
import { KecsError, problem } from "../../core/validate";
import { kubeconfigFiles, removeKubeconfig } from "../cluster/kubeconfig";
import { claimOf, findHolder } from "../cluster/holder";
import { findRemains, isNothing, removeRemains, type Remains } from "../cluster/remains";
import { Deployment } from "../engine/deployment";
import { readInstance } from "../engine/outputs";
import { interrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { confirm } from "../ui/confirm";
import { canAsk } from "../ui/terminal";
import type { Command, Context } from "./context";
import { prepareBackend, whatIsLeft } from "./deploy";
import { findTarget, type Target } from "./target";

/**
 * `kecs destroy`: removes all of an instance, also what no stack knows of any more. What belongs to
 * another stack, or was not made by KECS, stays.
 */
export const destroy: Command = async (context) => {
  const { io, console } = context;
  const { progress } = console;
  const target = findTarget(context);
  await prepareMachine(io, console, false, true);
  prepareBackend(context, target);
  const { project, stack } = target;
  const deployment = target.isNew ? undefined : await Deployment.find(project, stack);
  // The stack may have been deployed before its file was given another instance.
  const instance = (await readInstance(project, stack)) ?? target.instance;

  const { owner } = claimOf(io.env, project, stack, target.config);
  const holder = await findHolder(io.env, instance, owner);
  const isOthers = holder.issues.length > 0;
  if (isOthers && deployment === undefined) throw new KecsError(holder.issues);
  const own = isOthers ? NOTHING : await findRemains(instance);
  const files = isOthers ? [] : await kubeconfigFiles(io.env, instance);
  if (deployment === undefined && isNothing(own) && files.length === 0) {
    throw new KecsError([problem("KECS4002", "", `there is nothing of instance "${instance}"`)]);
  }
  for (const { message } of holder.issues) progress.note(`the cluster stays: ${message}`);
  await agree(context, list(deployment === undefined ? undefined : stack, own, files));

  try {
    if (deployment !== undefined) {
      progress.start("stack", `removing the resources of stack ${stack}`);
      await deployment.destroy({
        signal: io.signal,
        onOutput: console.detail,
        onNote: progress.note,
      });
      await deployment.remove();
      progress.end("stack", `${stack} removed`);
    }
    if (!isOthers && !isNothing(await findRemains(instance))) {
      progress.start("cluster", `removing ${clusterName(instance)}`);
      await removeRemains(instance, holder.epoch, owner);
      progress.end("cluster", `${clusterName(instance)} removed`);
    }
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw interrupted(whatIsLeft(await findRemains(instance)));
  }
  if (!isOthers) {
    await removeKubeconfig(io.env, instance);
    await verify(instance);
  }
  return {
    data: { stack, instance, destroyed: true, clusterRemoved: !isOthers },
    text: isOthers ? `stack ${stack} is gone; the cluster stays` : afterwards(instance, target),
  };
};

const NOTHING: Remains = { containers: [], networks: [], volumes: [] };

async function agree({ io, options }: Context, lines: readonly string[]): Promise<void> {
  if (options.yes === true) return;
  if (!canAsk(io.stdin, io.stderr, io.env)) {
    throw new KecsError([
      problem("KECS4003", "", `destroy removes ${lines.join(", ")}`, "add --yes to agree to it"),
    ]);
  }
  io.stderr.write(`This removes:\n${lines.map((line) => `  ${line}\n`).join("")}`);
  if (!(await confirm(io, "Go on?"))) throw interrupted("nothing was removed");
}

function list(stack: string | undefined, remains: Remains, files: readonly string[]): string[] {
  return [
    ...(stack === undefined ? [] : [`the state of stack ${stack} (its file stays)`]),
    ...remains.containers.map((name) => `container ${name}`),
    ...remains.networks.map((name) => `network ${name}`),
    ...remains.volumes.map((name) => `volume ${name}`),
    ...files.map((file) => `file ${file}`),
  ];
}

async function verify(instance: string): Promise<void> {
  const remains = await findRemains(instance);
  if (isNothing(remains)) return;
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      whatIsLeft(remains),
      "run kecs destroy again, or remove it with docker",
    ),
  ]);
}

function afterwards(instance: string, { isNew }: Target): string {
  return isNew
    ? `instance ${instance} is gone`
    : `instance ${instance} is gone; the stack's file stays`;
}
