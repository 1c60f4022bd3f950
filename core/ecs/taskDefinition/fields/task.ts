import {
  byValue,
  emulated,
  ignored,
  refused,
  rowsOfSpec,
  supported,
  type SpecsOf,
} from "../../../support/fieldSpec";
import { among, type FieldRow } from "../../../support/fieldTable";
import type { TaskDefinitionValues } from "../values/taskDefinition";
import { CONTAINER_FIELDS } from "./container";
import { VOLUME_FIELDS } from "./volume";

const SPECS = {
  family: supported("text", "the revision is always 1"),
  containerDefinitions: supported(
    "objects!",
    "typed objects; `containerDefinitionsFromJson` makes them from JSON",
    {
      ofText: "pass the JSON text of AWS as containerDefinitionsFromJson(text)",
      fields: CONTAINER_FIELDS,
    },
  ),
  secretValues: supported(
    "textMap",
    "not on AWS: the values of `secrets`, each under its `valueFrom`",
  ),
  cpu: emulated("text", "the limit for all containers of the task together"),
  memory: emulated("text", "the limit for all containers of the task together"),
  volumes: supported("objects", "a volume with only a name is an empty folder for each task", {
    fields: VOLUME_FIELDS,
  }),
  networkMode: byValue(
    "text",
    { treatment: "supported", here: "each task has an address of its own", only: among("awsvpc") },
    {
      treatment: "ignored",
      here: "the task has an address of its own, as with awsvpc",
      only: among("bridge", "host", "none"),
    },
  ),
  requiresCompatibilities: emulated(
    "texts",
    "tasks run on this machine; the rules of FARGATE and EC2 are checked",
  ),
  executionRoleArn: ignored(
    "text",
    "there is no IAM here; the node pulls images and `secretValues` has the secrets",
  ),
  taskRoleArn: ignored("text", "there is no IAM here; containers get no credentials"),
  ephemeralStorage: ignored("object", "the size of a task's storage is not limited", {
    fields: { sizeInGib: "number!" },
  }),
  ipcMode: byValue(
    "text",
    {
      treatment: "supported",
      here: "the containers of a task share memory segments",
      only: among("task"),
    },
    {
      treatment: "ignored",
      here: "the containers of a task share memory segments anyway",
      only: among("none"),
    },
    {
      treatment: "rejected",
      here: "tasks do not share memory segments with their node",
      instead: 'leave it out, or choose "task"',
      only: among("host"),
    },
  ),
  pidMode: byValue(
    "text",
    {
      treatment: "supported",
      here: "the containers of a task see each other's processes",
      only: among("task"),
    },
    {
      treatment: "rejected",
      here: "tasks do not see the processes of their node",
      instead: 'leave it out, or choose "task"',
      only: among("host"),
    },
  ),
  placementConstraints: ignored("objects", "there are no container instances to choose from", {
    fields: { type: "text!", expression: "text" },
  }),
  inferenceAccelerators: refused(
    "objects",
    "there are no inference accelerators here",
    "leave them out locally",
    { fields: { deviceName: "text!", deviceType: "text!" } },
  ),
  proxyConfiguration: refused("object", "there is no App Mesh here", "leave it out locally", {
    fields: { type: "text", containerName: "text!", properties: "textMap" },
  }),
  runtimePlatform: emulated("object", "Linux, on this machine's processor", {
    fields: {
      operatingSystemFamily: byValue(
        "text",
        { treatment: "supported", here: "Linux", only: among("LINUX") },
        {
          treatment: "rejected",
          here: "Windows containers do not run here",
          instead: "leave it out, or choose LINUX",
          only: {
            text: '"WINDOWS_…"',
            applies: (value) => typeof value === "string" && value.startsWith("WINDOWS"),
          },
        },
      ),
      cpuArchitecture: byValue(
        "text",
        {
          treatment: "supported",
          here: "tasks run on this machine's processor",
          only: { text: "this machine's", applies: isOwnArchitecture },
        },
        {
          treatment: "ignored",
          here: "tasks run on this machine's processor, so their images have to be built for it",
          only: { text: "any other", applies: (value) => !isOwnArchitecture(value) },
        },
      ),
    },
  }),
  skipDestroy: ignored("boolean", "there is one revision, which is removed with the stack"),
  trackLatest: ignored("boolean", "there is one revision, the one in the program"),
  enableFaultInjection: ignored("boolean", "no faults are injected"),
  region: ignored("text", "the region is the instance's"),
  tags: supported("textMap", "kept in the task definition's record"),
} as const satisfies SpecsOf<TaskDefinitionValues>;

/** Every field of a task definition, as `aws.ecs.TaskDefinition` has them. */
export const TASK_FIELDS: readonly FieldRow[] = rowsOfSpec(SPECS);

function isOwnArchitecture(value: unknown): boolean {
  return value === (process.arch === "arm64" ? "ARM64" : "X86_64");
}
