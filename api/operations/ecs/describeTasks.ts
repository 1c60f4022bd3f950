import type { DescribeTasksRequest, DescribeTasksResponse } from "@aws-sdk/client-ecs";
import { taskArn } from "../../../core/arn";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { tasksIn } from "./find/tasks";
import { invalid } from "./refuse";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { missing } from "./shapes/missing";
import { describedTask } from "./shapes/task";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:task\/(?:([^/]+)\/)?([^/]+)$/;

export const describeTasks: Operation<DescribeTasksRequest, DescribeTasksResponse> = (
  { cluster: given, tasks: names = [] },
  world,
) => {
  const cluster = nameOf(activeCluster(world, given));
  refuseNone("Tasks", names);
  refuseTooMany("tasks", names, 100);
  const all = tasksIn(world, cluster);
  const found = [...new Set(names)].map((name) => {
    const { id, inCluster = cluster } = identifierOf(name);
    const task = inCluster === cluster ? all.find((each) => each.id === id) : undefined;
    return { arn: taskArn(world.connection, inCluster, id), task };
  });
  return {
    output: {
      tasks: found.flatMap(({ task }) =>
        task === undefined ? [] : [describedTask(task, cluster, world)],
      ),
      failures: found.filter(({ task }) => task === undefined).map(({ arn }) => missing(arn)),
    },
  };
};

/** Reads an ARN, or an id with or without hyphens. */
function identifierOf(given: string): { readonly id: string; readonly inCluster?: string } {
  const [, inCluster, name = given] = ARN.exec(given) ?? [];
  if (name.length !== 32 && name.length !== 36) {
    throw invalid("Invalid identifier: taskId length should be one of [32,36]");
  }
  return { id: name.replaceAll("-", ""), ...(inCluster === undefined ? {} : { inCluster }) };
}
