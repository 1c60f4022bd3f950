import type { DescribeTasksRequest, DescribeTasksResponse } from "@aws-sdk/client-ecs";
import { taskArn } from "../../../core/arn";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { knownTasks } from "./shapes/knownTasks";
import { missing } from "./shapes/missing";
import { taskIdentifier } from "./shapes/taskIdentifier";

export const describeTasks: Operation<DescribeTasksRequest, DescribeTasksResponse> = (
  { cluster: given, tasks: names = [], include = [] },
  world,
) => {
  const cluster = nameOf(activeCluster(world, given));
  refuseNone("Tasks", names);
  refuseTooMany("tasks", names, 100);
  const all = knownTasks(world, cluster);
  const found = [...new Set(names)].map((name) => {
    const { id, inCluster = cluster } = taskIdentifier(name);
    const task = inCluster === cluster ? all.find((each) => each.id === id)?.task : undefined;
    return { arn: taskArn(world.connection, inCluster, id), task };
  });
  return {
    output: {
      tasks: found.flatMap(({ task }) =>
        task === undefined ? [] : [include.includes("TAGS") ? task : { ...task, tags: [] }],
      ),
      failures: found.filter(({ task }) => task === undefined).map(({ arn }) => missing(arn)),
    },
  };
};
