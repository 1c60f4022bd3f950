import { MAIN_CONTAINER } from "../../core/ecs/pod/podTemplate";
import { containersMetadata } from "../../core/ecs/observed/containersMetadata";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import type { PodDiagnosis } from "../../core/ecs/observed/podDiagnosis";
import { taskFailure, taskGone, taskTimeout } from "../../core/ecs/task/messages";
import { redactor } from "../../core/text/redact";
import { problem, type Issue } from "../../core/validate";
import { lastLines, outputLines, quotedLines } from "../kubernetes/evidence";
import { awaitTasks, lookOnce, type AwaitedTasks, type EndedTask } from "./awaitTasks";
import { stopTasks } from "./stopTasks";

/** Tasks that an update has started, or left as they were. */
export interface RunTasks extends AwaitedTasks {
  /** The component, as errors name it. */
  readonly path: string;
  readonly timeoutSeconds: number;
  /** What no message may hold. */
  readonly secretValues: readonly string[];
}

/** Tasks that have ended, with what they wrote last. */
export interface SeenTasks {
  readonly tasks: readonly EndedTask[];
  readonly logs: readonly string[];
}

/** Sees tasks that run once to their end; gives the error of the first that did not end well. */
export async function seeTasks(of: RunTasks): Promise<SeenTasks | { readonly issue: Issue }> {
  const { instance, path, timeoutSeconds, secretValues } = of;
  const hide = redactor(secretValues);
  const failed = (issue: Issue) => ({ issue: { ...issue, message: hide(issue.message) } });
  const outcome = await awaitTasks({
    ...of,
    tell: (progress) => {
      of.tell(hide(progress));
    },
  });
  switch (outcome.kind) {
    case "ended": {
      const bad = outcome.tasks.find(({ end }) => !end.isSuccess);
      if (bad !== undefined) {
        const proof = await proofOf(instance, bad.pod, bad.end.diagnosis);
        return failed(taskFailure(path, bad.end, proof));
      }
      const logs = await Promise.all(outcome.tasks.map(({ pod }) => linesOf(instance, pod)));
      return { tasks: outcome.tasks, logs: logs.flat().map(hide) };
    }
    case "late": {
      const running = outcome.tasks.filter(({ state }) => state.kind === "running");
      const proof = await proofOf(instance, running[0]?.pod, undefined);
      const stoppedReason = `it did not end within ${timeoutSeconds} s`;
      const stopFailure = await stopTasks(
        instance,
        running.map(({ pod }) => pod),
        { stopCode: "UserInitiated", stoppedReason },
      );
      const state = `${outcome.progress}${proof}`;
      return failed(taskTimeout(path, timeoutSeconds, state, stopFailure));
    }
    case "gone":
      return failed(taskGone(path, outcome.pod));
    case "unknown":
    case "interrupted": {
      const why = outcome.kind === "unknown" ? outcome.why : "interrupted";
      const message = `KECS could not find out whether the task has ended: ${why}`;
      return failed(problem("KECS3017", path, message, "run pulumi up again"));
    }
  }
}

/** The tasks among them that have ended, at once: nothing is waited for and nothing is stopped. */
export async function lookAtTasks(of: RunTasks): Promise<SeenTasks> {
  const hide = redactor(of.secretValues);
  const seen = await lookOnce(of);
  const ended = seen.flatMap(({ pod, state }) =>
    state.kind === "ended" ? [{ pod, end: state.end }] : [],
  );
  if (ended.length < of.pods.length) return { tasks: [], logs: [] };
  const logs = await Promise.all(ended.map(({ pod }) => linesOf(of.instance, pod)));
  return { tasks: ended, logs: logs.flat().map(hide) };
}

async function proofOf(
  instance: string,
  pod: Pod | undefined,
  diagnosis: PodDiagnosis | undefined,
): Promise<string> {
  if (pod === undefined) return "";
  const { name } = pod.metadata;
  const container = diagnosis?.container ?? mainContainer(pod);
  const shown = containersMetadata(pod.metadata)[container]?.name ?? container;
  const hasEnded = diagnosis?.hasEnded ?? false;
  return quotedLines(shown, await lastLines(instance, { pod: name, container, hasEnded }));
}

function linesOf(instance: string, pod: Pod): Promise<readonly string[]> {
  return outputLines(instance, pod.metadata.name, mainContainer(pod));
}

/** The first essential container, by its name in the pod. */
function mainContainer({ metadata, spec }: Pod): string {
  return metadata.annotations?.[MAIN_CONTAINER] ?? spec?.containers[0]?.name ?? "";
}
