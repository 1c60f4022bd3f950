import type { ApiStatus } from "../../api/process/findApi";
import type { Connection } from "../../core/connection";
import { apiUrl } from "../api/apiUrl";
import { ensureApi } from "../api/ensureApi";
import { clusterName } from "../../cluster/k3d/names";
import { instanceSettings } from "../../cluster/machine/settings";
import { inspectMachine } from "../../cluster/machine/inspectMachine";
import { expectedRoutes } from "../../cluster/traefik/expectedRoutes";
import { lookAtRoutes } from "../../cluster/traefik/lookAtRoutes";
import { KecsError, throwIfErrors } from "../../core/validate";
import { shellQuote } from "../../core/text/shellQuote";
import type { KecsOutputs } from "../../core/outputs/contract";
import { readStackConfig } from "../../components/stack/stackConfig";
import { claimOf } from "../project/claim";
import { writeKubeconfig } from "../../cluster/k3d/kubeconfig";
import { refreshKubeconfig } from "../../cluster/k3d/refreshKubeconfig";
import { stopIfInterrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { validateSampleListeners } from "../project/sampleListeners";
import { awaitUrls, silenceOf, type AwaitedUrls } from "../urls/awaitUrls";
import type { ListenerReport } from "../urls/report";
import { DEADLINE_MS, REPAIR_MS } from "../urls/wait";
import type { Command, Context } from "../command";
import { createStackFile } from "../start/createStackFile";
import { prepareBackendAndState } from "../engine/prepareBackend";
import { wakeUp } from "../engine/wakeUp";
import { deploy, type Deployed } from "../start/deploy";
import { startSummary } from "../text/startSummary";
import { deployOrRestore } from "../start/deployOrRestore";
import { selectStack, type NewStackOptions, type SelectedStack } from "../project/selectedStack";

/** `kecs start`: from nothing, or from whatever is there, to URLs that answer. */
export const start: Command<NewStackOptions> = {
  name: "start",
  summary: "start an instance and print the URLs of its load balancers",
  options: [
    {
      flags: "--http-port <port>",
      summary: "local port of listener 80 for a new instance, or auto",
    },
    {
      flags: "--https-port <port>",
      summary: "local port of listener 443 for a new instance, or auto",
    },
    {
      flags: "--range <first-last>",
      summary: "local ports of other listeners for a new instance",
    },
    { flags: "--no-sample", summary: "a new instance without the sample application" },
  ],
  async run(context) {
    const { io, console, options } = context;
    const { progress, durations } = console;
    const since = Date.now();
    const selected = selectStack(context);
    // A wrong setting is reported before anything else, and needs no tools.
    throwIfErrors(validateSampleListeners(readStackConfig(selected.config, io.env)));

    await prepareMachine(io, console, true, options.quiet === true);
    stopIfInterrupted(io.signal);

    progress.start("preflight", "configuration and local ports");
    const config = readStackConfig(selected.config, io.env);
    // Whose the cluster is hangs on the backend.
    const lines = prepareBackendAndState(io.env, selected);
    const claim = claimOf(io.env, selected.project, selected.stack, selected.config);
    const { found } = await inspectMachine(instanceSettings(config.instance), claim.owner).catch(
      (error: unknown) => {
        throw selected.isNew ? forNewStack(error) : error;
      },
    );
    progress.end("preflight", `instance ${selected.instance} of stack ${selected.stack}`);
    stopIfInterrupted(io.signal);

    if (selected.isNew) createStackFile(context, selected);
    for (const line of lines) progress.note(line);
    if (found.kind === "present" && found.asleep) {
      await wakeUp(context, selected.instance, claim);
    }
    const { outputs, changed, listeners, kubeconfig } = await deployUntilAnswered(
      context,
      selected,
    ).catch(async (error: unknown) => {
      // Whoever looks for the reason needs the cluster's credentials; it may be there by now.
      await refreshKubeconfig(io.env, selected.instance, claim).catch(() => undefined);
      throw error;
    });
    if (!changed) progress.note("nothing to change");
    const awsApi = await startApi(context, selected, outputs.connection);

    const data = {
      stack: selected.stack,
      instance: selected.instance,
      cluster: clusterName(selected.instance),
      context: outputs.context,
      kubeconfig,
      changed,
      seconds: seconds(Date.now() - since),
      steps: Object.fromEntries([...durations].map(([step, took]) => [step, seconds(took)])),
      listeners,
      awsApi: { url: apiUrl(awsApi), since: awsApi.since },
    };
    return { data, text: startSummary(data, selector(options), console.style) };
  },
};

/** The AWS API of the instance, which runs in the background for as long as the instance does. */
async function startApi(
  context: Context,
  selected: SelectedStack,
  connection: Connection,
): Promise<ApiStatus> {
  const { progress } = context.console;
  progress.start("AWS API", "waiting for it to answer");
  const status = await ensureApi(context, selected, { connection, port: undefined });
  progress.end("AWS API", `answers on ${apiUrl(status)}`);
  return status;
}

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
async function deployUntilAnswered(context: Context, selected: SelectedStack): Promise<Answered> {
  const first = await deployOrRestore(context, selected);
  // Before anything is waited for: whoever looks for the reason of a silence needs it.
  const kubeconfig = await writeKubeconfig(
    context.io.env,
    selected.instance,
    first.outputs.kubeconfig,
  );
  const look = await waitForUrls(context, first.outputs, REPAIR_MS);
  const lack = look.isWhole
    ? await lackOf(selected.instance, first.outputs)
    : "not every URL answers";
  if (lack === undefined) return { ...first, listeners: look.reports, kubeconfig };

  context.console.progress.note(`${lack}: looking for missing objects in the cluster`);
  const second = await deploy(context, selected, true);
  const again = await waitForUrls(context, second.outputs, DEADLINE_MS);
  if (again.silent.length > 0) throw await silenceOf(selected.instance, again.silent);
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
): Promise<AwaitedUrls> {
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
