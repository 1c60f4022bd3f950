import { randomBytes } from "node:crypto";
import { awaitTasks, type TasksOutcome } from "../../cluster/task/awaitTasks";
import { kubectl } from "../../cluster/kubernetes/kubectl";
import { listRecords } from "../../cluster/kubernetes/listRecords";
import { follow } from "../../cluster/kubernetes/logs/follow";
import { clusterArn } from "../../core/arn";
import type { TaskModel } from "../../core/ecs/pod/model";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { diagnosisText } from "../../core/ecs/observed/podDiagnosis";
import { taskId } from "../../core/ecs/observed/podTask";
import { shortId } from "../../core/ecs/observed/task";
import { removePod } from "../../core/ecs/task/argv";
import { taskManifest } from "../../core/ecs/task/manifest";
import { taskFailure, taskGone, taskTimeout } from "../../core/ecs/task/messages";
import { ecsTaskModel, ecsTaskRun } from "../../core/ecs/task/model";
import type { EcsTaskValues } from "../../core/ecs/task/values";
import type { ObjectRecord } from "../../core/records/records";
import { lastLine } from "../../core/text/lastLine";
import { closest } from "../../core/text/closest";
import { printable } from "../../core/text/printable";
import { parseJson } from "../../core/validate/parseJson";
import { KecsError, problem, type Issue } from "../../core/validate";
import type { Command, Context } from "../command";
import { EXIT } from "../exitCodes";
import { prepareMachine } from "../machine/prepare";
import { selectExistingStack, type SelectedStack } from "../project/selectedStack";
import { findTasks } from "../tasks/findTasks";
import { shownMessage } from "../tasks/logWriter";
import { notThere, selectCluster, selectDefinition } from "../tasks/selectDefinition";

/** The options of `kecs run`. */
interface RunOptions {
  readonly cluster?: string;
  readonly container?: string;
  readonly env?: readonly string[];
  readonly timeout?: string;
}

const AGAIN = "fix the cause, and run the command again";

/** `kecs run`: runs one task of a task definition; its output is the result, its exit code the command's. */
export const run: Command<RunOptions> = {
  name: "run",
  summary: "run a task of a task definition once, and print its output",
  usage: "[options] <task-definition> [--] [command...]",
  arguments: [
    { name: "<task-definition>", summary: "a family, family:revision or an ARN" },
    { name: "[command...]", summary: "the command in the place of the definition's" },
  ],
  options: [
    { flags: "--cluster <name>", summary: "the ECS cluster to run it in; default: the only one" },
    {
      flags: "--container <name>",
      summary: "the container of the command and of --env; default: the first essential one",
    },
    {
      flags: "--env <name=value>",
      summary: "one more variable; can be repeated",
      isRepeatable: true,
    },
    { flags: "--timeout <seconds>", summary: "stop the task when it runs longer" },
  ],
  runsProgram: true,
  async run(context) {
    const { io, console, options, operands } = context;
    const [name = "", ...command] = operands;
    const timeoutSeconds = secondsOf(options.timeout);
    const environment = (options.env ?? []).map(variableOf);
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const records = await recordsOf(selected);
    const definition = selectDefinition(records, name);
    const cluster = selectCluster(records, options.cluster);
    const container = containerOf(definition, options.container);
    const pod = await startTask(selected, definition, {
      cluster,
      overrides: {
        containerOverrides: [
          { name: container, environment, ...(command.length === 0 ? {} : { command }) },
        ],
      },
    });
    const id = taskId(pod);
    if (options.quiet !== true) {
      const where = `${cluster}/${definition.family}/${shortId({ id })}`;
      io.stderr.write(`${printable(`task ${where}`)}\n`);
    }
    try {
      const { outcome, lost } = await seeToItsEnd(context, selected, pod, timeoutSeconds);
      if (io.signal.aborted) return { exitCode: EXIT.interrupted };
      console.issues(lost);
      return {
        exitCode: exitCodeOf(outcome, name, timeoutSeconds, (text) => io.stderr.write(text)),
      };
    } finally {
      await kubectl(selected.instance, removePod(pod.metadata.name));
    }
  },
};

async function recordsOf(selected: SelectedStack): Promise<readonly ObjectRecord[]> {
  const listed = await listRecords(selected.instance);
  if (listed.kind === "records") return listed.records.objects;
  // It says why: the instance was never started, or is stopped.
  await findTasks(selected);
  throw new KecsError([
    problem("KECS3004", "", `the cluster does not answer: ${lastLine(listed.why)}`, AGAIN),
  ]);
}

function containerOf({ containers }: TaskModel, given: string | undefined): string {
  const names = containers.map(({ name }) => name);
  if (given !== undefined) {
    if (names.includes(given)) return given;
    throw notThere("container", given, names, closest(given, names));
  }
  return (containers.find(({ essential }) => essential) ?? containers[0])?.name ?? "";
}

/** Makes the pod of a task, as a call of RunTask does. */
async function startTask(
  { instance }: SelectedStack,
  definition: TaskModel,
  of: Pick<EcsTaskValues, "cluster" | "overrides">,
): Promise<Pod> {
  const [, , , region = "", accountId = ""] = definition.arn.split(":");
  const connection = { instance, region, accountId };
  const values = {
    ...of,
    cluster: clusterArn(connection, of.cluster),
    taskDefinition: definition.arn,
    startedBy: "kecs-run",
  };
  const manifest = taskManifest(ecsTaskModel(definition, values), {
    connection,
    cluster: of.cluster,
    suffix: randomBytes(4).toString("hex"),
    run: ecsTaskRun(values),
    owner: "api",
  });
  const made = await kubectl(
    instance,
    ["create", "-f", "-", "-o", "json"],
    JSON.stringify(manifest),
  );
  if (made.kind === "answer") return parseJson<Pod>(made.text, "kubectl");
  const what = `the task could not be started: ${lastLine(made.why)}`;
  throw new KecsError([problem("KECS3018", definition.family, what, AGAIN)]);
}

/** Prints what the task writes until it has ended, all has been read, or Ctrl-C was pressed. */
async function seeToItsEnd(
  { io, console }: Context,
  selected: SelectedStack,
  { metadata: { name, uid = "" } }: Pod,
  timeoutSeconds: number | undefined,
): Promise<{ readonly outcome: TasksOutcome; readonly lost: readonly Issue[] }> {
  const lost: Issue[] = [];
  const shown = shownMessage(io);
  let isOver = false;
  const awaited = awaitTasks({
    instance: selected.instance,
    pods: [{ name, uid }],
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    tell: console.detail,
    signal: io.signal,
  })
    .then(async (outcome) => {
      if (outcome.kind === "late") await kubectl(selected.instance, removePod(name));
      return outcome;
    })
    .finally(() => (isOver = true));
  const [outcome] = await Promise.all([
    awaited,
    follow({
      instance: selected.instance,
      sources: async () =>
        (await findTasks(selected)).tasks
          .filter(({ pod }) => pod === name)
          .flatMap((task) => task.containers.map((container) => ({ task, container }))),
      range: {},
      written: new Map(),
      write: ({ task, container }, { message }) => {
        const prefix = task.containers.length > 1 ? `${printable(container.name)} ` : "";
        console.result(`${prefix}${shown(message)}`);
      },
      onLost: (issue) => lost.push(issue),
      signal: io.signal,
      isOver: () => isOver,
    }),
  ]);
  return { outcome, lost };
}

function exitCodeOf(
  outcome: TasksOutcome,
  name: string,
  timeoutSeconds: number | undefined,
  tell: (text: string) => void,
): number {
  switch (outcome.kind) {
    case "ended": {
      const [task] = outcome.tasks;
      const { end } = task ?? {};
      if (end === undefined || end.isSuccess) return EXIT.ok;
      if (end.exitCode === null || end.stopCode !== "EssentialContainerExited") {
        throw new KecsError([taskFailure(name, end, "", AGAIN)]);
      }
      if (end.diagnosis !== undefined) tell(`${diagnosisText(end.diagnosis)}\n`);
      return end.exitCode;
    }
    case "late": {
      const hint = "raise --timeout, or fix the cause, and run the command again";
      throw new KecsError([{ ...taskTimeout(name, timeoutSeconds ?? 0, outcome.progress), hint }]);
    }
    case "gone": {
      throw new KecsError([{ ...taskGone(name, outcome.pod), hint: "run the command again" }]);
    }
    case "interrupted":
      return EXIT.interrupted;
    case "unknown":
      throw new KecsError([
        problem("KECS3004", name, `the cluster does not answer: ${lastLine(outcome.why)}`, AGAIN),
      ]);
  }
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,6}$/.test(text))
    return text === undefined ? text : Number(text);
  throw new KecsError([
    problem("KECS4001", "--timeout", `"${text}" is not a number of seconds`, "write it as 600"),
  ]);
}

function variableOf(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at > 0) return { name: text.slice(0, at), value: text.slice(at + 1) };
  throw new KecsError([
    // The text can be a secret.
    problem("KECS4001", "--env", "a variable has no name or no value", "write it as NAME=VALUE"),
  ]);
}
