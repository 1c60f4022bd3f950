import { argumentFields } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored, refused } from "../../support/fieldSpec";
import { SHARING_STRATEGY } from "../taskDefinition/fields/linux";
import type { ResolvedEcsTask, TaskOverridesValues } from "./values";

const NODES = "all tasks run on the instance's nodes";
const PLACES = "Kubernetes places the tasks";
const TAGS = "tasks have the tags that they are given";
const NO_IAM = "there is no IAM here";

/** What decides on AWS where and how a task runs, and nothing here. */
export const AWS_ONLY = {
  launchType: ignored("text", NODES),
  capacityProviderStrategy: ignored("objects", NODES, {
    fields: { capacityProvider: "text!", base: "number", weight: "number" },
  }),
  platformVersion: ignored("text", NODES),
  placementConstraints: ignored("objects", PLACES, {
    fields: { type: "text!", expression: "text" },
  }),
  placementStrategy: ignored("objects", PLACES, { fields: { type: "text!", field: "text" } }),
  enableExecuteCommand: ignored("boolean", "`kecs exec` reaches every task that runs"),
  enableECSManagedTags: ignored("boolean", TAGS),
  propagateTags: ignored("text", TAGS),
  referenceId: ignored("text", "nothing looks for it"),
} as const;

/** What a task has otherwise than its definition says, and what AWS has beside it. */
const OVERRIDES = {
  cpu: "text",
  memory: "text",
  containerOverrides: holding("objects", {
    name: "text!",
    command: "texts",
    environment: holding("objects", { name: "text!", value: "text!" }),
    cpu: "number",
    memory: "number",
    memoryReservation: "number",
    environmentFiles: refused(
      "objects",
      "files in S3 are not read here",
      "put the variables into environment",
      { fields: { type: "text", value: "text", sharingStrategy: SHARING_STRATEGY } },
    ),
    resourceRequirements: refused(
      "objects",
      "there are no GPUs and no inference accelerators here",
      "leave them out locally",
      { fields: { type: "text", value: "text" } },
    ),
  }),
  ephemeralStorage: ignored("object", "a task uses the storage of its node", {
    fields: { sizeInGiB: "number" },
  }),
  executionRoleArn: ignored("text", NO_IAM),
  taskRoleArn: ignored("text", NO_IAM),
  inferenceAcceleratorOverrides: refused(
    "objects",
    "there are no inference accelerators here",
    "leave them out locally",
    { fields: { deviceName: "text", deviceType: "text" } },
  ),
} as const;

/** The same as arguments of their own: a schedule has them as a text. */
export const OVERRIDES_FIELDS = argumentFields<TaskOverridesValues>(
  "a task's overrides",
  { code: "KECS1023" },
  OVERRIDES,
);

/** Every field of an EcsTask, and those of RunTask. */
export const ECS_TASK_FIELDS = argumentFields<ResolvedEcsTask>(
  "a task",
  { code: "KECS1023" },
  {
    connection: CONNECTION_FIELD,
    cluster: "text!",
    taskDefinition: "text!",
    overrides: holding("object", OVERRIDES),
    count: "number",
    triggers: "texts",
    everyUp: "boolean",
    timeout: "number",
    group: "text",
    startedBy: "text",
    tags: "textMap",
    launchType: AWS_ONLY.launchType,
    capacityProviderStrategy: AWS_ONLY.capacityProviderStrategy,
    platformVersion: AWS_ONLY.platformVersion,
    networkConfiguration: ignored("object", "all tasks are in the instance's own network", {
      fields: {
        subnets: "texts",
        securityGroups: "texts",
        assignPublicIp: "boolean",
        awsvpcConfiguration: holding("object", {
          subnets: "texts",
          securityGroups: "texts",
          assignPublicIp: "text",
        }),
      },
    }),
    placementConstraints: AWS_ONLY.placementConstraints,
    placementStrategy: AWS_ONLY.placementStrategy,
    enableExecuteCommand: AWS_ONLY.enableExecuteCommand,
    enableECSManagedTags: AWS_ONLY.enableECSManagedTags,
    propagateTags: AWS_ONLY.propagateTags,
    referenceId: AWS_ONLY.referenceId,
    clientToken: ignored("text", "Pulumi's state tells whether the tasks have run"),
    region: ignored("text", "the region is the instance's"),
    volumeConfigurations: ignored("objects", "there are no EBS volumes", {
      fields: {
        name: "text",
        managedEBSVolume: { kind: "object", open: true, fields: {} },
      },
    }),
  },
);
