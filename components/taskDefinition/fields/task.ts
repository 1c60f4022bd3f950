import { among, parts, type FieldRow } from "../../internal/fieldTable";
import { CONTAINER_FIELDS } from "./container";
import { VOLUME_FIELDS } from "./volume";

/** Every field of a task definition, as `aws.ecs.TaskDefinition` has them. */
export const TASK_FIELDS: readonly FieldRow[] = [
  {
    path: "family",
    kind: "text",
    treatment: "honoured",
    here: "the revision is always 1: the stack holds the one that is in force",
  },
  {
    path: "containerDefinitions",
    kind: "objects",
    required: true,
    treatment: "honoured",
    here: "typed objects; `containerDefinitionsFromJson` makes them of JSON",
  },
  ...CONTAINER_FIELDS,
  {
    path: "secretValues",
    kind: "textMap",
    treatment: "honoured",
    here: "not on AWS: the values of what `secrets` name, by their `valueFrom`",
  },
  {
    path: "cpu",
    kind: "text",
    treatment: "mapped",
    here: "the most that the pod's containers may use together",
  },
  {
    path: "memory",
    kind: "text",
    treatment: "mapped",
    here: "the most that the pod's containers may use together",
  },
  {
    path: "volumes",
    kind: "objects",
    treatment: "honoured",
    here: "one with nothing but a name is an empty folder of each task",
  },
  ...VOLUME_FIELDS,
  {
    path: "networkMode",
    kind: "text",
    treatment: "honoured",
    here: "each task has an address of its own",
    only: among("awsvpc"),
  },
  {
    path: "networkMode",
    kind: "text",
    treatment: "warned",
    here: "the task has an address of its own, as with awsvpc",
    only: among("bridge", "host", "none"),
  },
  {
    path: "requiresCompatibilities",
    kind: "texts",
    treatment: "mapped",
    here: "tasks run on this machine; FARGATE's sizes are checked",
  },
  {
    path: "executionRoleArn",
    kind: "text",
    treatment: "warned",
    here: "there is no IAM here; the node pulls images and `secretValues` has the secrets",
  },
  {
    path: "taskRoleArn",
    kind: "text",
    treatment: "warned",
    here: "there is no IAM here; containers get no credentials",
  },
  {
    path: "ephemeralStorage",
    kind: "object",
    treatment: "warned",
    here: "the size of a task's storage is not limited",
  },
  ...parts("ephemeralStorage", "warned", "sizeInGib:number!"),
  {
    path: "ipcMode",
    kind: "text",
    treatment: "honoured",
    here: "the containers of a task share memory segments",
    only: among("task"),
  },
  {
    path: "ipcMode",
    kind: "text",
    treatment: "warned",
    here: "the containers of a task share memory segments all the same",
    only: among("none"),
  },
  {
    path: "ipcMode",
    kind: "text",
    treatment: "refused",
    here: "tasks do not share memory segments with their node",
    instead: 'leave it out, or choose "task"',
    only: among("host"),
  },
  {
    path: "pidMode",
    kind: "text",
    treatment: "honoured",
    here: "the containers of a task see each other's processes",
    only: among("task"),
  },
  {
    path: "pidMode",
    kind: "text",
    treatment: "refused",
    here: "tasks do not see the processes of their node",
    instead: 'leave it out, or choose "task"',
    only: among("host"),
  },
  {
    path: "placementConstraints",
    kind: "objects",
    treatment: "warned",
    here: "there are no container instances to choose from",
  },
  ...parts("placementConstraints[]", "warned", "type:text!", "expression:text"),
  {
    path: "proxyConfiguration",
    kind: "object",
    treatment: "refused",
    here: "there is no App Mesh here",
    instead: "leave it out locally",
  },
  ...parts(
    "proxyConfiguration",
    "refused",
    "type:text",
    "containerName:text!",
    "properties:textMap",
  ),
  {
    path: "runtimePlatform",
    kind: "object",
    treatment: "mapped",
    here: "Linux, on this machine's processor",
  },
  {
    path: "runtimePlatform.operatingSystemFamily",
    kind: "text",
    treatment: "honoured",
    here: "Linux",
    only: among("LINUX"),
  },
  {
    path: "runtimePlatform.operatingSystemFamily",
    kind: "text",
    treatment: "refused",
    here: "Windows containers do not run here",
    instead: "leave it out, or choose LINUX",
    only: {
      text: '"WINDOWS_…"',
      applies: (value) => typeof value === "string" && value.startsWith("WINDOWS"),
    },
  },
  {
    path: "runtimePlatform.cpuArchitecture",
    kind: "text",
    treatment: "honoured",
    here: "the image's own, on this machine's processor",
    only: { text: "this machine's", applies: isOwnArchitecture },
  },
  {
    path: "runtimePlatform.cpuArchitecture",
    kind: "text",
    treatment: "warned",
    here: "tasks run on this machine's processor, and their images have to be made for it",
    only: { text: "another one", applies: (value) => !isOwnArchitecture(value) },
  },
  {
    path: "skipDestroy",
    kind: "boolean",
    treatment: "warned",
    here: "there is one revision, and it goes with the stack",
  },
  {
    path: "trackLatest",
    kind: "boolean",
    treatment: "warned",
    here: "there is one revision, and the program holds it",
  },
  {
    path: "enableFaultInjection",
    kind: "boolean",
    treatment: "warned",
    here: "no faults are injected",
  },
  { path: "tags", kind: "textMap", treatment: "honoured", here: "kept in its record" },
];

function isOwnArchitecture(value: unknown): boolean {
  return value === (process.arch === "arm64" ? "ARM64" : "X86_64");
}
