import { FIRELENS_DRIVER } from "../../pod/firelens/routing";
import { among } from "../../../support/fieldTable";
import {
  byValue,
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

const AWSLOGS = "awslogs";

/** Every field of a container, as ECS's ContainerDefinition has them. */
export const CONTAINER_FIELDS = {
  name: supported("text!", "as on ECS"),
  image: supported("text!", "pulled if the node does not have it"),
  repositoryCredentials: ignored(
    "object",
    "the node pulls without credentials; use `Image` for images that it cannot pull",
    { fields: { credentialsParameter: "text!" } },
  ),
  versionConsistency: ignored(
    "text",
    "the node resolves a tag once, for as long as it keeps the image",
  ),
  ...CONTAINER_START_FIELDS,
  environment: supported(
    "objects",
    "values that Pulumi knows as secret go into a Kubernetes Secret",
    {
      fields: {
        name: "text!",
        value: supported("text", "a variable without one is left out, as on ECS, with a warning"),
      },
    },
  ),
  environmentFiles: refused(
    "objects",
    "files in S3 are not read here",
    "put the variables into environment",
    { fields: { value: "text!", type: "text!" } },
  ),
  secrets: emulated("objects", "the value comes from `secretValues`, through a Kubernetes Secret", {
    fields: { name: "text!", valueFrom: "text!" },
  }),
  ...CONTAINER_NETWORK_FIELDS,
  cpu: emulated(
    "number",
    "the share of the CPU; a tenth of it is reserved, so that production sizes fit on one machine",
  ),
  memory: supported("number", "the container is killed above it"),
  memoryReservation: supported("number", "this much memory is reserved"),
  mountPoints: supported("objects", "as on ECS", {
    fields: { sourceVolume: "text!", containerPath: "text!", readOnly: "boolean" },
  }),
  volumesFrom: supported("objects", "the container gets the other container's mount points too", {
    fields: { sourceContainer: "text!", readOnly: "boolean" },
  }),
  dockerLabels: emulated("textMap", "the metadata endpoint shows them; Docker does not have them"),
  logConfiguration: holding("object", {
    logDriver: byValue(
      "text!",
      {
        treatment: "supported",
        here: "read by `aws logs`; `kecs logs` shows the output as well",
        only: among(AWSLOGS),
      },
      {
        treatment: "supported",
        here: "the task's log router gets the output; `kecs logs` shows it as well",
        only: among(FIRELENS_DRIVER),
      },
      {
        treatment: "ignored",
        here: "no log driver runs here; `kecs logs` shows the output",
        only: {
          text: "any other",
          applies: (value) => value !== AWSLOGS && value !== FIRELENS_DRIVER,
        },
      },
    ),
    options: supported(
      "textMap",
      "`awslogs-group` and `awslogs-stream-prefix` name the streams; those of `awsfirelens` go into the router's configuration; others have no effect",
    ),
    secretOptions: supported(
      "objects",
      "a router of `awsfirelens` gets the value from `secretValues`, through a Kubernetes Secret; others have no effect",
      {
        fields: { name: "text!", valueFrom: "text!" },
      },
    ),
  }),
  firelensConfiguration: emulated(
    "object",
    "the router gets ECS's configuration, with the files of the node in place of Docker's driver",
    {
      fields: {
        type: "text!",
        options: supported("textMap", "as on ECS, but a file in S3 is refused"),
      },
    },
  ),
  ...CONTAINER_LINUX_FIELDS,
} as const satisfies SpecsOf<ContainerValues>;
