import {
  emulated,
  holding,
  ignored,
  refused,
  supported,
  type SpecsOf,
} from "../../../support/fieldSpec";
import type { ContainerValues } from "../values/container";
import { CONTAINER_LINUX_FIELDS } from "./linux";
import { CONTAINER_NETWORK_FIELDS } from "./network";
import { CONTAINER_START_FIELDS } from "./start";

/** Every field of a container, as ECS's ContainerDefinition has them. */
export const CONTAINER_FIELDS = {
  name: supported("text!", "as on ECS"),
  image: supported("text!", "pulled where the node does not have it"),
  repositoryCredentials: ignored(
    "object",
    "the node pulls without them; use `Image` for what it cannot pull",
    { fields: { credentialsParameter: "text!" } },
  ),
  versionConsistency: ignored(
    "text",
    "a tag is looked up by the node, once for as long as it has the image",
  ),
  ...CONTAINER_START_FIELDS,
  environment: supported(
    "objects",
    "values that Pulumi knows as secret go into a Kubernetes Secret",
    { fields: { name: "text!", value: "text!" } },
  ),
  environmentFiles: refused(
    "objects",
    "no file of S3 is read here",
    "put the variables into environment",
    { fields: { value: "text!", type: "text!" } },
  ),
  secrets: emulated(
    "objects",
    "`secretValues` has the value, and a Kubernetes Secret takes it to the container",
    { fields: { name: "text!", valueFrom: "text!" } },
  ),
  ...CONTAINER_NETWORK_FIELDS,
  cpu: emulated(
    "number",
    "the share of the CPU; a tenth of it is kept free, so that production's sizes fit here",
  ),
  memory: supported("number", "the container is killed above it"),
  memoryReservation: supported("number", "so much is kept free"),
  mountPoints: supported("objects", "as on ECS", {
    fields: { sourceVolume: "text!", containerPath: "text!", readOnly: "boolean" },
  }),
  volumesFrom: supported("objects", "the other container's mount points are this one's too", {
    fields: { sourceContainer: "text!", readOnly: "boolean" },
  }),
  dockerLabels: emulated(
    "textMap",
    "the metadata endpoint tells them; no container of Docker has them",
  ),
  logConfiguration: ignored("object", "no log driver runs here; `kecs logs` shows the output", {
    fields: {
      logDriver: "text!",
      options: "textMap",
      secretOptions: holding("objects", { name: "text!", valueFrom: "text!" }),
    },
  }),
  firelensConfiguration: ignored(
    "object",
    "the container runs, but no output is sent to it; `kecs logs` shows it",
    { fields: { type: "text!", options: "textMap" } },
  ),
  ...CONTAINER_LINUX_FIELDS,
} as const satisfies SpecsOf<ContainerValues>;
