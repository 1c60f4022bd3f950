import type { ServiceRevision } from "@aws-sdk/client-ecs";
import { clusterArn, serviceDeploymentArn } from "../../../../core/arn";
import { deploymentOf } from "../../../../core/ecs/deployment/current";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { rolloutOf } from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";
import { given } from "../put";
import { deploymentDigits } from "../status/deploymentName";
import { dateOf, serviceStatus } from "../status/serviceStatus";
import { requestOf } from "./definition";
import { placeOf } from "./launch";
import { echoOf, loadBalancersOf } from "./serviceRequest";

/** What a deployment of a service is of. */
interface Deployed {
  /** What its pods are called. */
  readonly deployment: string;
  readonly taskDefinition: string;
  readonly createdAt: Date;
}

/** The revisions of a service, one of each deployment that the cluster still knows. */
export function serviceRevisions(service: AwsObject, world: World): ServiceRevision[] {
  return deployedOf(service, world).map((of) => revisionOf(of, service, world));
}

function deployedOf(service: AwsObject, world: World): Deployed[] {
  const { deployments, snapshot } = serviceStatus(service, world);
  const { taskDefinition } = serviceAttributes(service);
  const present = new Set(deployments.map(({ deployment }) => deployment));
  const earlier = (snapshot?.replicaSets ?? []).map(({ metadata, spec: { template } }) => ({
    deployment: deploymentOf(template) ?? "",
    taskDefinition: taskMetadataOf(template.metadata ?? {}).taskDefinitionArn ?? taskDefinition,
    createdAt: dateOf(metadata.creationTimestamp) ?? service.createdAt,
  }));
  return [...deployments, ...earlier.filter(({ deployment }) => !present.has(deployment))];
}

function revisionOf(of: Deployed, service: AwsObject, world: World): ServiceRevision {
  const attributes = serviceAttributes(service);
  const { cluster, name } = attributes;
  const { connection, objects } = world;
  const { networkConfiguration, serviceConnectConfiguration, volumeConfigurations } =
    echoOf(service);
  const completed = rolloutOf(attributes).completed.find(
    ({ deployment }) => deployment === of.deployment,
  );
  const { serviceRegistries } = completed?.revision ?? attributes;
  const definition = objects.find(({ arn }) => arn === of.taskDefinition);
  const { containerDefinitions } = definition === undefined ? {} : requestOf(definition);
  const digits = deploymentDigits(service.arn, of.deployment);
  return given({
    serviceRevisionArn: serviceDeploymentArn(connection, "service-revision", {
      cluster,
      service: name,
      digits,
    }),
    serviceArn: service.arn,
    clusterArn: clusterArn(connection, cluster),
    taskDefinition: of.taskDefinition,
    ...given(placeOf(service, world)),
    loadBalancers: [...(completed?.revision.loadBalancers ?? loadBalancersOf(service))],
    serviceRegistries: serviceRegistries === undefined ? [] : [serviceRegistries],
    networkConfiguration,
    containerImages: containerDefinitions?.map(({ name: containerName, image }) =>
      given({ containerName, image }),
    ),
    guardDutyEnabled: false,
    serviceConnectConfiguration,
    volumeConfigurations,
    createdAt: of.createdAt,
  });
}
