import type {
  Compatibility,
  ContainerDefinition,
  PortMapping,
  RegisterTaskDefinitionRequest,
  TaskDefinition,
  TaskDefinitionStatus,
} from "@aws-sdk/client-ecs";
import { recordedTask } from "../../../../core/ecs/taskDefinition/recorded";
import type { AwsObject } from "../../../world/world";
import { statusOf } from "../find/lifetime";
import { familyOf, revisionOf } from "../find/taskDefinitions";
import { requestOfModel } from "./modelDefinition";

/** A task definition as AWS describes it: as it was registered, with AWS's defaults. */
export function describedDefinition(object: AwsObject): TaskDefinition {
  const request = requestOf(object);
  const { attributes } = object;
  return {
    volumes: [],
    placementConstraints: [],
    ...request,
    containerDefinitions: (request.containerDefinitions ?? []).map((container) =>
      withDefaults(container, request.networkMode ?? "bridge"),
    ),
    taskDefinitionArn: object.arn,
    family: familyOf(object),
    revision: revisionOf(object),
    status: statusOf(object) as TaskDefinitionStatus,
    compatibilities: compatibilitiesOf(request),
    registeredAt: object.createdAt,
    ...dateOf("deregisteredAt", attributes),
    ...dateOf("deleteRequestedAt", attributes),
  };
}

function dateOf<K extends string>(
  key: K,
  attributes: AwsObject["attributes"],
): Partial<Record<K, Date>> {
  const text = attributes[key];
  return typeof text === "string" ? ({ [key]: new Date(text) } as Record<K, Date>) : {};
}

/** What was registered; of a Pulumi program's task definition, what would make the same tasks. */
export function requestOf(object: AwsObject): Partial<RegisterTaskDefinitionRequest> {
  if ("containerDefinitions" in object.echo) return object.echo;
  const model = recordedTask(object);
  return model === undefined ? {} : requestOfModel(model);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function withDefaults(container: ContainerDefinition, networkMode: string): ContainerDefinition {
  const { portMappings = [], healthCheck } = container;
  return {
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    portMappings: portMappings.map((mapping) => portWithDefaults(mapping, networkMode)),
    ...(healthCheck === undefined
      ? {}
      : { healthCheck: { interval: 30, timeout: 5, retries: 3, ...healthCheck } }),
  };
}

function portWithDefaults(mapping: PortMapping, networkMode: string): PortMapping {
  const hostPort = networkMode === "bridge" ? 0 : mapping.containerPort;
  return {
    protocol: "tcp",
    ...(mapping.containerPort === undefined ? {} : { hostPort }),
    ...mapping,
  };
}

/** FARGATE where it was asked for, or could have been. */
function compatibilitiesOf({
  requiresCompatibilities = [],
  networkMode,
  cpu,
  memory,
}: Partial<RegisterTaskDefinitionRequest>): Compatibility[] {
  const fits = networkMode === "awsvpc" && cpu !== undefined && memory !== undefined;
  return [
    ...new Set<Compatibility>([
      "EC2",
      ...(fits ? ["FARGATE" as const] : []),
      ...requiresCompatibilities,
    ]),
  ];
}
