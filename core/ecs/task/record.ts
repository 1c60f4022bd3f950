import { taskArn } from "../../arn";
import { digest } from "../../naming";
import type { RecordContent } from "../../records/manifest";
import type { ResolvedEcsTask } from "./values";

/** The key of the record of an EcsTask: a stack has one of its name, which no AWS object has. */
export function ecsTaskKey(stack: string, name: string): string {
  return `run-${name}-${digest(stack, 8)}`;
}

/** The record of tasks that have run, and ended well. */
export function ecsTaskRecord(
  of: ResolvedEcsTask,
  key: string,
  run: { readonly cluster: string; readonly ids: readonly string[] },
): RecordContent {
  const tasks = run.ids.map((id) => taskArn(of.connection, run.cluster, id));
  return {
    key,
    arn: tasks[0] ?? "",
    attributes: {
      cluster: run.cluster,
      taskDefinition: of.taskDefinition,
      tasks,
      tags: of.tags ?? {},
    },
  };
}
