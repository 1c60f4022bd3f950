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
    here: "pulled if the node does not have it",
  },
  {
    path: `${C}.repositoryCredentials`,
    kind: "object",
    treatment: "ignored",
    here: "the node pulls without credentials; use `Image` for images that it cannot pull",
  },
  ...parts(`${C}.repositoryCredentials`, "ignored", "credentialsParameter:text!"),
  {
    path: `${C}.versionConsistency`,
    kind: "text",
    treatment: "ignored",
    here: "the node resolves a tag once, for as long as it keeps the image",
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
    here: "files in S3 are not read here",
    instead: "put the variables into environment",
  },
  ...parts(`${C}.environmentFiles[]`, "rejected", "value:text!", "type:text!"),
  {
    path: `${C}.secrets`,
    kind: "objects",
    treatment: "emulated",
    here: "the value comes from `secretValues`, through a Kubernetes Secret",
  },
  ...parts(`${C}.secrets[]`, "emulated", "name:text!", "valueFrom:text!"),
  ...CONTAINER_NETWORK_FIELDS,
  {
    path: `${C}.cpu`,
    kind: "number",
    treatment: "emulated",
    here: "the share of the CPU; a tenth of it is reserved, so that production sizes fit on one machine",
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
    here: "this much memory is reserved",
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
    here: "the container gets the other container's mount points too",
  },
  ...parts(`${C}.volumesFrom[]`, "supported", "sourceContainer:text!", "readOnly:boolean"),
  {
    path: `${C}.dockerLabels`,
    kind: "textMap",
    treatment: "emulated",
    here: "the metadata endpoint shows them; Docker does not have them",
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
    here: "the container runs, but gets no output of others; `kecs logs` shows that output",
  },
  ...parts(`${C}.firelensConfiguration`, "ignored", "type:text!", "options:textMap"),
  ...CONTAINER_LINUX_FIELDS,
];
