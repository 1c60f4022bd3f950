import type { ExecuteCommandRequest, ExecuteCommandResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { clusterName } from "./find/clusters";
import { tasksIn } from "./find/tasks";
import { unsupported } from "./refuse";

const SHORT = 8;

/** It would need Session Manager, whose protocol the instance does not speak. */
export const executeCommand: Operation<ExecuteCommandRequest, ExecuteCommandResponse> = (
  { cluster: given, task = "", container, command = "" },
  world,
) => {
  const cluster = clusterName(given);
  const id = task.split("/").at(-1) ?? "";
  const found = tasksIn(world, cluster).find((each) => each.id === id.replaceAll("-", ""));
  const service = found?.metadata.serviceName ?? "<service>";
  const options = [
    `--task ${id.slice(0, SHORT)}`,
    ...(container === undefined ? [] : [`--container ${container}`]),
  ];
  throw unsupported(
    `KECS has no Session Manager for ExecuteCommand. Run: kecs exec ${options.join(" ")} ${cluster}/${service} -- ${command}`,
  );
};
