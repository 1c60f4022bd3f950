import { clusterName } from "../../cluster/k3d/names";
import { instanceSettings } from "../../cluster/machine/settings";
import { assess } from "../../cluster/machine/situation";
import { expectedRoutes } from "../../cluster/traefik/expectedRoutes";
import { lookAtRoutes } from "../../cluster/traefik/lookAtRoutes";
import { KecsError, throwIfErrors } from "../../core/validate";
import { shellQuote } from "../../core/text/shellQuote";
import type { KecsOutputs } from "../../core/outputs/contract";
import { readStackConfig } from "../../components/stack/stackConfig";
import { claimOf } from "../cluster/holder";
import { writeKubeconfig } from "../cluster/kubeconfig";
import { refreshKubeconfig } from "../cluster/refreshKubeconfig";
import { stopIfInterrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { validateSampleListeners } from "../project/sampleListeners";
import { awaitUrls, silenceOf, type UrlsLook } from "../urls/awaitUrls";
import type { ListenerReport } from "../urls/report";
import { DEADLINE_MS, REPAIR_MS } from "../urls/wait";
import type { Command, Context } from "./context";
import { createStackFile } from "./createStackFile";
import { deploy, prepareBackend, type Deployed } from "./deploy";
import { closing } from "./closing";
import { deployOrRestore } from "./deployOrRestore";
import { findTarget, type Target } from "./target";

/** `kecs start`: from nothing, or from whatever is there, to URLs that answer. */
export const start: Command = async (context) => {
  const { io, console, options } = context;
  const { progress, durations } = console;
  const since = Date.now();
  const target = findTarget(context);
  // A wrong setting is told before anything else, and needs no tools.
  throwIfErrors(validateSampleListeners(readStackConfig(target.config, io.env)));

  await prepareMachine(io, console, true, options.quiet === true);
  stopIfInterrupted(io.signal);

  progress.start("preflight", "configuration and local ports");
  const config = readStackConfig(target.config, io.env);
  // Whose the cluster is hangs on the backend.
  const line = prepareBackend(context, target);
  const claim = claimOf(io.env, target.project, target.stack, target.config);
  await assess(instanceSettings(config.instance), claim.owner).catch((error: unknown) => {
    throw target.isNew ? forNewStack(error) : error;
  });
  progress.end("preflight", `instance ${target.instance} of stack ${target.stack}`);
  stopIfInterrupted(io.signal);

  if (target.isNew) createStackFile(context, target);
  if (line !== undefined) progress.note(line);
  const { outputs, changed, listeners, kubeconfig } = await deployUntilAnswered(
    context,
    target,
  ).catch(async (error: unknown) => {
    // Whoever looks for the reason needs the cluster's credentials; it may be there by now.
    await refreshKubeconfig(io.env, target.instance, claim).catch(() => undefined);
    throw error;
  });
  if (!changed) progress.note("nothing to change");

  const data = {
    stack: target.stack,
    instance: target.instance,
    cluster: clusterName(target.instance),
    context: outputs.context,
    kubeconfig,
    changed,
    seconds: seconds(Date.now() - since),
    steps: Object.fromEntries([...durations].map(([step, took]) => [step, seconds(took)])),
    listeners,
  };
  return { data, text: closing(data, selector(options), console.style) };
};

interface Answered extends Deployed {
  readonly listeners: readonly ListenerReport[];
  /** The file with the cluster's credentials. */
  readonly kubeconfig: string;
}

/**
 * Deploys, and waits for the URLs. Pulumi's state does not tell what somebody deleted inside of the
 * cluster: where URLs stay silent or routes are not loaded, every object is looked at once and made
 * again if it is gone.
 */
async function deployUntilAnswered(context: Context, target: Target): Promise<Answered> {
  const first = await deployOrRestore(context, target);
  // Before anything is waited for: whoever looks for the reason of a silence needs it.
  const kubeconfig = await writeKubeconfig(
    context.io.env,
    target.instance,
    first.outputs.kubeconfig,
  );
  const look = await waitForUrls(context, first.outputs, REPAIR_MS);
  const lack = look.isWhole
    ? await lackOf(target.instance, first.outputs)
    : "not every URL answers";
  if (lack === undefined) return { ...first, listeners: look.reports, kubeconfig };

  context.console.progress.note(`${lack}: looking for what is gone in the cluster`);
  const second = await deploy(context, target, true);
  const again = await waitForUrls(context, second.outputs, DEADLINE_MS);
  if (again.silent.length > 0) throw await silenceOf(target.instance, again.silent);
  const changed = first.changed || second.changed;
  return { ...second, changed, listeners: again.reports, kubeconfig };
}

/** What is wrong although every URL answers: other paths and hosts than theirs may not. */
async function lackOf(instance: string, { albs }: KecsOutputs): Promise<string | undefined> {
  const faults = (await lookAtRoutes(instance, expectedRoutes(albs))) ?? [];
  return faults.length === 0
    ? undefined
    : `Traefik lacks ${faults.map(({ path }) => path).join(", ")}`;
}

async function waitForUrls(
  { io, console: { progress } }: Context,
  outputs: KecsOutputs,
  deadlineMs: number,
): Promise<UrlsLook> {
  progress.start("URLs", "waiting for every URL to answer");
  const look = await awaitUrls(outputs, io.signal, deadlineMs);
  const answering = look.reports.length - look.silent.length;
  const silent = look.silent.length === 0 ? "" : `, ${look.silent.length} do not`;
  progress.end("URLs", `${answering} answer${silent}`);
  return look;
}

/** A stack that is not there yet gets its ports on the command line, not by pulumi config. */
function forNewStack(error: unknown): unknown {
  if (!KecsError.is(error)) return error;
  const option: Readonly<Record<string, string>> = {
    httpPort: "--http-port <port>",
    httpsPort: "--https-port <port>",
    portRangeStart: "--range <first-last>",
  };
  const issues = error.issues.map((issue) => {
    const flag = option[issue.path];
    return flag === undefined
      ? issue
      : { ...issue, hint: `stop it, or choose other ports: ${flag}` };
  });
  return new KecsError(issues, { cause: error });
}

/** The options that lead later commands to the same stack. */
function selector({ stack, instance }: Context["options"]): string {
  if (stack !== undefined && stack !== "dev") return ` --stack ${shellQuote(stack)}`;
  return instance === undefined ? "" : ` --instance ${shellQuote(instance)}`;
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
