import { parts, type FieldRow } from "../../../support/fieldTable";
import { CONTAINER_LINUX_FIELDS } from "./linux";
import { CONTAINER_NETWORK_FIELDS } from "./network";
import { CONTAINER_START_FIELDS } from "./start";

const C = "containerDefinitions[]";

/** Every field of a container, as ECS's ContainerDefinition has them. */
export const CONTAINER_FIELDS: readonly FieldRow[] = [
  { path: `${C}.name`, kind: "text", required: true, treatment: "supported", here: "as on ECS" },
  {
    path: `${C}.image`,
    kind: "text",
    required: true,
    treatment: "supported",
    here: "pulled where the node does not have it",
  },
  {
    path: `${C}.repositoryCredentials`,
    kind: "object",
    treatment: "ignored",
    here: "the node pulls without them; use `Image` for what it cannot pull",
  },
  ...parts(`${C}.repositoryCredentials`, "ignored", "credentialsParameter:text!"),
  {
    path: `${C}.versionConsistency`,
    kind: "text",
    treatment: "ignored",
    here: "a tag is looked up by the node, once for as long as it has the image",
  },
  ...CONTAINER_START_FIELDS,
  {
    path: `${C}.environment`,
    kind: "objects",
    treatment: "supported",
    here: "values that Pulumi knows as secret go into a Kubernetes Secret",
  },
  ...parts(`${C}.environment[]`, "supported", "name:text!", "value:text!"),
  {
    path: `${C}.environmentFiles`,
    kind: "objects",
    treatment: "rejected",
    here: "no file of S3 is read here",
    instead: "put the variables into environment",
  },
  ...parts(`${C}.environmentFiles[]`, "rejected", "value:text!", "type:text!"),
  {
    path: `${C}.secrets`,
    kind: "objects",
    treatment: "emulated",
    here: "`secretValues` has the value, and a Kubernetes Secret takes it to the container",
  },
  ...parts(`${C}.secrets[]`, "emulated", "name:text!", "valueFrom:text!"),
  ...CONTAINER_NETWORK_FIELDS,
  {
    path: `${C}.cpu`,
    kind: "number",
    treatment: "emulated",
    here: "the share of the CPU; a tenth of it is kept free, so that production's sizes fit here",
  },
  {
    path: `${C}.memory`,
    kind: "number",
    treatment: "supported",
    here: "the container is killed above it",
  },
  {
    path: `${C}.memoryReservation`,
    kind: "number",
    treatment: "supported",
    here: "so much is kept free",
  },
  {
    path: `${C}.mountPoints`,
    kind: "objects",
    treatment: "supported",
    here: "as on ECS",
  },
  ...parts(
    `${C}.mountPoints[]`,
    "supported",
    "sourceVolume:text!",
    "containerPath:text!",
    "readOnly:boolean",
  ),
  {
    path: `${C}.volumesFrom`,
    kind: "objects",
    treatment: "supported",
    here: "the other container's mount points are this one's too",
  },
  ...parts(`${C}.volumesFrom[]`, "supported", "sourceContainer:text!", "readOnly:boolean"),
  {
    path: `${C}.dockerLabels`,
    kind: "textMap",
    treatment: "emulated",
    here: "the metadata endpoint tells them; no container of Docker has them",
  },
  {
    path: `${C}.logConfiguration`,
    kind: "object",
    treatment: "ignored",
    here: "no log driver runs here; `kecs logs` shows the output",
  },
  ...parts(
    `${C}.logConfiguration`,
    "ignored",
    "logDriver:text!",
    "options:textMap",
    "secretOptions:objects",
  ),
  ...parts(`${C}.logConfiguration.secretOptions[]`, "ignored", "name:text!", "valueFrom:text!"),
  {
    path: `${C}.firelensConfiguration`,
    kind: "object",
    treatment: "ignored",
    here: "the container runs, but no output is sent to it; `kecs logs` shows it",
  },
  ...parts(`${C}.firelensConfiguration`, "ignored", "type:text!", "options:textMap"),
  ...CONTAINER_LINUX_FIELDS,
];
