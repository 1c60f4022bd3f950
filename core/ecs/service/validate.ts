import { nameFromArn } from "../../arn";
import { validateName } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import type { ContainerModel } from "../pod/model";
import { validateServiceConnect } from "../serviceConnect/validate";
import { validateDeployment } from "./validateDeployment";
import { validateDiscovery } from "./validateDiscovery";
import type { EcsServiceValues, ServiceLoadBalancerValues } from "./values/service";

/**
 * Every problem of a service's arguments; `containers` are those of its task definition, which a
 * preview need not know.
 */
export function validateEcsService(
  values: EcsServiceValues,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  const issues = [
    ...validateName("ecs", values.name, `${path}.name`),
    ...validateDeployment(values, path),
    ...validateDiscovery(values, path),
    ...validateServiceConnect(
      values.serviceConnectConfiguration,
      containers,
      `${path}.serviceConnectConfiguration`,
    ),
  ];
  if (nameFromArn("cluster", values.cluster) === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.cluster`,
        `"${values.cluster}" is not the ARN of a cluster`,
        "pass the cluster's arn output",
      ),
    );
  }
  if (containers === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.taskDefinition`,
        `"${values.taskDefinition}" is not a task definition of this program`,
        "pass the arn output of a TaskDefinition of this program",
      ),
    );
    return issues;
  }
  const attachments = values.loadBalancers ?? [];
  return [
    ...issues,
    ...attachments.flatMap((attachment, i) =>
      validateAttachment(attachment, containers, `${path}.loadBalancers[${i}]`),
    ),
    ...validateOnePlacePerGroup(attachments, `${path}.loadBalancers`),
  ];
}

function validateAttachment(
  attachment: ServiceLoadBalancerValues,
  containers: readonly ContainerModel[] | "unknown",
  path: string,
): Issue[] {
  const issues: Issue[] = [];
  if (nameFromArn("targetGroup", attachment.targetGroupArn) === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.targetGroupArn`,
        `"${attachment.targetGroupArn}" is not the ARN of a target group`,
        "pass the target group's arn output",
      ),
    );
  }
  if (containers === "unknown") return issues;
  const container = containers.find(({ name }) => name === attachment.containerName);
  if (container === undefined) {
    const names = containers.map(({ name }) => `"${name}"`).join(", ");
    issues.push(
      problem(
        "KECS1008",
        `${path}.containerName`,
        `the task definition has no container "${attachment.containerName}"`,
        `use one of ${names}`,
      ),
    );
    return issues;
  }
  const ports = container.ports.map(({ containerPort }) => containerPort);
  if (!ports.includes(attachment.containerPort)) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.containerPort`,
        `container "${container.name}" has no port mapping for "${attachment.containerPort}"`,
        ports.length === 0
          ? "add the port to its portMappings"
          : `use one of ${ports.join(", ")}, or add the port to its portMappings`,
      ),
    );
  }
  return issues;
}

/** A task is in a target group once: its Service reaches one port of each task. */
function validateOnePlacePerGroup(
  attachments: readonly ServiceLoadBalancerValues[],
  path: string,
): Issue[] {
  const groups = attachments.map(({ targetGroupArn }) => targetGroupArn);
  return groups.flatMap((group, i) =>
    groups.indexOf(group) === i
      ? []
      : [
          problem(
            "KECS1013",
            `${path}[${i}]`,
            `the tasks join target group "${nameFromArn("targetGroup", group) ?? group}" already; a second port of a task in one target group is not available here`,
            "make a separate target group for each port",
          ),
        ],
  );
}

/**
 * The issue of container ports in several target groups of which more than one can reach them by
 * name alone; see containerPortNames.ts.
 */
export function sharedPorts(ports: readonly number[], path: string): Issue[] {
  return ports.map((port) =>
    problem(
      "KECS1013",
      `${path}.loadBalancers`,
      `container port "${port}" is in target groups that cannot share it: more than one of them has tasks on several ports, belongs to another stack, or is not known in time`,
      "let the container listen on a separate port for each of these target groups",
    ),
  );
}

/** Container ports that are in more than one target group. */
export function portsInSeveral(attachments: readonly ServiceLoadBalancerValues[]): number[] {
  const ports = attachments.map(({ containerPort }) => containerPort);
  return [...new Set(ports.filter((port, i) => ports.indexOf(port) !== i))];
}
