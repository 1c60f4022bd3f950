import type { ContainerModel, TaskModel } from "../../core/ecs/pod/model";
import type { TargetModel } from "../../core/ecs/pod/target";

/** A container that says nothing about itself but its name and image. */
export function container(name: string, more: Partial<ContainerModel> = {}): ContainerModel {
  return {
    name,
    image: `${name}:1`,
    essential: true,
    environment: [],
    secrets: [],
    ports: [],
    dependsOn: [],
    cpuUnits: 0,
    mounts: [],
    tmpfs: [],
    readonlyRootFilesystem: false,
    privileged: false,
    capabilities: { add: [], drop: [] },
    dockerLabels: {},
    extraHosts: [],
    dnsServers: [],
    dnsSearchDomains: [],
    interactive: false,
    pseudoTerminal: false,
    ...more,
  };
}

/** A task of these containers and nothing else. */
export function task(
  containers: readonly ContainerModel[],
  more: Partial<TaskModel> = {},
): TaskModel {
  return {
    arn: "arn:aws:ecs:us-east-1:000000000000:task-definition/shop:3",
    family: "shop",
    revision: 3,
    containers,
    volumes: [],
    sharedProcesses: false,
    ...more,
  };
}

/** A target group that reaches port 80 of the container "web" by name. */
export function target(
  group: Partial<TargetModel["group"]> = {},
  more: Partial<TargetModel> = {},
): TargetModel {
  return {
    group: { name: "front", ...group },
    containerName: "web",
    containerPort: 80,
    named: true,
    ...more,
  };
}
