import { isDeepStrictEqual } from "node:util";
import type { RunTaskRequest, RunTaskResponse } from "@aws-sdk/client-ecs";
import { parseJson } from "../../../core/validate/parseJson";
import { taskArn } from "../../../core/arn";
import { digest } from "../../../core/naming";
import { taskManifest } from "../../../core/ecs/task/manifest";
import { overridden } from "../../../core/ecs/task/overrides";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { definitionFor } from "./find/definitionFor";
import { stopsIn } from "./find/stops";
import { tasksIn } from "./find/tasks";
import type { TaskRun } from "./find/taskRun";
import { knownTasks } from "./shapes/knownTasks";
import { newRun } from "./shapes/newRun";
import { refuseRunFields } from "./shapes/runRefusals";
import { refuseRunStrictly } from "./shapes/strictRefusals";
import { taskModelOf } from "./shapes/taskModel";
import { taskOverrides } from "./shapes/taskOverrides";

const DIGITS = 8;

/**
 * Each task is a pod. With a client token the pods' names follow from it, so that a call that was cut
 * off makes the rest when it comes again, and none twice.
 */
export const runTask: Operation<RunTaskRequest, RunTaskResponse> = (input, world) => {
  const { connection } = world;
  const { clientToken, count = 1, overrides = {} } = input;
  refuseRunFields(input);
  refuseRunStrictly(input, world);
  const cluster = nameOf(activeCluster(world, input.cluster));
  const started = clientToken === undefined ? [] : startedWith(clientToken, cluster, world);
  const other = started.find(({ run }) => !isDeepStrictEqual(run.request, asJson(input)));
  if (other !== undefined) {
    throw new AwsError(
      "ConflictException",
      `The provided clientToken is already in use with a different RunTask request. The resourceIds are: ${started.map(({ id }) => taskArn(connection, cluster, id)).join(", ")}`,
    );
  }
  const definition = definitionFor(world, input.taskDefinition);
  const model = taskModelOf(definition);
  const task = overridden(model, taskOverrides(overrides, model));
  const run = newRun(input, definition);
  const suffixOf = (i: number): string =>
    clientToken === undefined
      ? world.randomHex(DIGITS)
      : digest(`${cluster}/${clientToken}/${i}`, DIGITS);
  const manifests = Array.from({ length: count }, (_, i) =>
    taskManifest(task, { connection, cluster, suffix: suffixOf(i), run, owner: "api" }),
  );
  const names = manifests.map(({ metadata }) => metadata.name);
  return {
    output: { tasks: [], failures: [] },
    outputAfter: (after) => ({ tasks: tasksOf(names, cluster, after), failures: [] }),
    changes: manifests
      .filter(({ metadata }) => started.every(({ pod }) => pod !== metadata.name))
      .map((manifest) => ({ kind: "makePod", manifest })),
  };
};

interface Started {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** The pod's name. */
  readonly pod: string;
  readonly run: TaskRun;
}

/** The tasks of a cluster that run, or were stopped lately, with how they were started. */
function startedIn(cluster: string, world: World): (Omit<Started, "run"> & Partial<Started>)[] {
  return [
    ...tasksIn(world, cluster).map(({ id, pod, run }) => ({ id, pod: pod.metadata.name, run })),
    ...stopsIn(world, cluster).map(({ id, stop: { pod, run } }) => ({ id, pod, run })),
  ].map(({ run, ...of }) => ({ ...of, ...(run === undefined ? {} : { run }) }));
}

function startedWith(token: string, cluster: string, world: World): Started[] {
  return startedIn(cluster, world).flatMap(({ run, ...of }) =>
    run?.request.clientToken === token ? [{ ...of, run }] : [],
  );
}

function tasksOf(pods: readonly string[], cluster: string, world: World) {
  const ids = new Set(
    startedIn(cluster, world).flatMap(({ id, pod }) => (pods.includes(pod) ? [id] : [])),
  );
  return knownTasks(world, cluster).flatMap(({ id, task }) => (ids.has(id) ? [task] : []));
}

/** A request as a pod holds it. */
function asJson(request: RunTaskRequest): unknown {
  return parseJson(JSON.stringify(request), "a request");
}
