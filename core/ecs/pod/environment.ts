import { kubernetesName } from "../../naming";
import { SYSTEM_NAMESPACE } from "../../labels";
import { escapeVariables } from "./escapeVariables";
import { firelensVariables } from "./firelens/parts";
import type { ContainerModel } from "./model";

/** Where Traefik's plugin answers as the metadata endpoint, by the names of pod and container. */
const METADATA_ENDPOINT = `http://ecs-metadata.${SYSTEM_NAMESPACE}/v4`;
/** The variable with the name of the pod. */
export const POD = "KECS_POD";

/**
 * The environment of a container: what the task definition says, before it what ECS sets. A name
 * of the definition takes the place of ECS's.
 */
export function environment(
  container: ContainerModel,
  secretName: string | undefined,
  region: string,
) {
  const taken = new Set([...container.environment, ...container.secrets].map(({ name }) => name));
  return [
    ...[...ecsVariables(container.name, region), ...firelensVariables(container)].filter(
      ({ name }) => !taken.has(name),
    ),
    ...container.environment.map(({ name, value }) => ({ name, value: escapeVariables(value) })),
    ...container.secrets.map(({ name, key }) => ({
      name,
      valueFrom: { secretKeyRef: { name: secretName ?? "", key } },
    })),
  ];
}

/**
 * What ECS sets, and what keeps a program from the credentials of the machine that it runs on.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-metadata.html
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 */
function ecsVariables(container: string, region: string) {
  return [
    { name: POD, valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    { name: "AWS_REGION", value: region },
    { name: "AWS_DEFAULT_REGION", value: region },
    // Without it an SDK that finds no credentials asks the metadata service of the machine's cloud.
    { name: "AWS_EC2_METADATA_DISABLED", value: "true" },
    { name: "AWS_EXECUTION_ENV", value: "AWS_ECS_FARGATE" },
    {
      name: "ECS_CONTAINER_METADATA_URI_V4",
      value: `${METADATA_ENDPOINT}/$(${POD})/${kubernetesName(container)}`,
    },
  ];
}
