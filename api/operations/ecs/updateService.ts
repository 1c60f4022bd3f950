import type { UpdateServiceRequest, UpdateServiceResponse } from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { withoutFailed, type ServiceRollout } from "../../../core/ecs/service/rollout";
import { AwsError } from "../../world/awsError";
import type { Answer, Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { definitionFor } from "./find/definitionFor";
import { activeService } from "./find/services";
import { given, putAgain, without } from "./put";
import { refuseOfPulumi } from "./refuse";
import { describedService } from "./shapes/service";
import { serviceContent } from "./shapes/serviceContent";
import { echoOf, requestOfService } from "./shapes/serviceRequest";
import { refuseStrictly } from "./shapes/strictRefusals";
import { rolloutOfChanged, rolloutSoFar } from "./status/rolloutSoFar";

export const updateService: Operation<UpdateServiceRequest, UpdateServiceResponse> = (
  { cluster: clusterName, service: name = "", ...input },
  world,
) => {
  const cluster = activeCluster(world, clusterName);
  const service = activeService(world, nameOf(cluster), name);
  refuseOfPulumi(service, `service ${name}`);
  const { taskDefinition, forceNewDeployment, ...changes } = given(input);
  const { taskDefinition: present } = serviceAttributes(service);
  const definition =
    taskDefinition === undefined
      ? world.objects.find(({ arn }) => arn === present)
      : definitionFor(world, taskDefinition);
  if (definition === undefined) throw new AwsError("ClientException", "TaskDefinition not found.");
  const before = requestOfService(service);
  const { capacityProviderStrategy = [] } = changes;
  const request = {
    // As on AWS, a strategy takes the place of a launch type.
    ...(capacityProviderStrategy.length === 0 ? before : without(before, "launchType")),
    ...changes,
    deploymentConfiguration: {
      ...before.deploymentConfiguration,
      ...given(changes.deploymentConfiguration ?? {}),
    },
    triggers: forceNewDeployment === true ? forced(service, world) : before.triggers,
  };
  const { clientToken } = echoOf(service);
  const content = serviceContent(request, { cluster, definition }, world);
  refuseStrictly(changes, world);
  const soFar = rolloutSoFar(service, world);
  const rollout = isScaling(input) ? soFar : withoutFailed(soFar);
  const after = {
    ...service,
    ...content,
    attributes: { ...content.attributes, rollout },
    echo: given({ ...content.echo, clientToken }),
  };
  return changed(withRollout(after, rolloutOfChanged(after, service, world)), world);
};

/** A deployment that was given up is tried again where more is asked for than another number of tasks. */
function isScaling(input: object): boolean {
  return Object.keys(given(input)).every((field) => field === "desiredCount");
}

function withRollout(service: AwsObject, rollout: ServiceRollout): AwsObject {
  return { ...service, attributes: { ...service.attributes, rollout } };
}

/** A fresh word among the triggers: the pods change with it, and so a deployment starts. */
function forced(service: AwsObject, { randomHex }: World): Readonly<Record<string, string>> {
  return { ...serviceAttributes(service).triggers, forceNewDeployment: randomHex(16) };
}

function changed(service: AwsObject, world: World): Answer<UpdateServiceResponse> {
  return {
    output: { service: describedService(service, world, ["TAGS"]) },
    changes: [putAgain(service, {})],
  };
}
