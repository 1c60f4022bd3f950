import type { UpdateServiceRequest, UpdateServiceResponse } from "@aws-sdk/client-ecs";
import {
  recordedValues,
  serviceAttributes,
  type ServiceAttributes,
} from "../../../core/ecs/service/record";
import { validateDeployment } from "../../../core/ecs/service/validateDeployment";
import { AwsError, throwIfRefused } from "../../world/awsError";
import type { Answer, Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { definitionFor } from "./find/definitionFor";
import { activeService } from "./find/services";
import { given, putAgain } from "./put";
import { INVALID, invalid } from "./refuse";
import { describedService } from "./shapes/service";
import { serviceContent } from "./shapes/serviceContent";
import { echoOf, requestOfService } from "./shapes/serviceRequest";

export const updateService: Operation<UpdateServiceRequest, UpdateServiceResponse> = (
  { cluster: clusterName, service: name = "", ...input },
  world,
) => {
  const cluster = activeCluster(world, clusterName);
  const service = activeService(world, nameOf(cluster), name);
  if (service.owner === "pulumi") return updateOfPulumi(service, input, world);
  const { taskDefinition, forceNewDeployment, ...changes } = given(input);
  const { taskDefinition: present } = serviceAttributes(service);
  const definition =
    taskDefinition === undefined
      ? world.objects.find(({ arn }) => arn === present)
      : definitionFor(world, taskDefinition);
  if (definition === undefined) throw new AwsError("ClientException", "TaskDefinition not found.");
  const before = requestOfService(service);
  const request = {
    ...before,
    ...changes,
    deploymentConfiguration: {
      ...before.deploymentConfiguration,
      ...given(changes.deploymentConfiguration ?? {}),
    },
    triggers: forceNewDeployment === true ? forced(service, world) : before.triggers,
  };
  const { clientToken } = echoOf(service);
  const content = serviceContent(request, { cluster, definition }, world);
  const rollout = rolloutAfter(service, input);
  return changed(
    {
      ...service,
      ...content,
      attributes: { ...content.attributes, ...rollout },
      echo: given({ ...content.echo, clientToken }),
    },
    world,
  );
};

/** A deployment that was given up is tried again where more is asked for than another number of tasks. */
function rolloutAfter(service: AwsObject, input: object): Pick<ServiceAttributes, "rollout"> {
  const { rollout } = serviceAttributes(service);
  if (rollout === undefined) return {};
  const isScaled = Object.keys(given(input)).every((field) => field === "desiredCount");
  return { rollout: isScaled ? rollout : { completed: rollout.completed } };
}

/** A fresh word among the triggers: the pods change with it, and so a deployment starts. */
function forced(service: AwsObject, { randomHex }: World): Readonly<Record<string, string>> {
  return { ...serviceAttributes(service).triggers, forceNewDeployment: randomHex(16) };
}

/** As on AWS a program's service can be scaled and deployed again, and no more. */
function updateOfPulumi(
  service: AwsObject,
  input: Omit<UpdateServiceRequest, "service">,
  world: World,
): Answer<UpdateServiceResponse> {
  const { desiredCount, forceNewDeployment, ...others } = given(input);
  const [field] = Object.keys(others);
  if (field !== undefined) {
    throw invalid(
      `${field}: The service belongs to the Pulumi stack "${service.stack}"; here only desiredCount and forceNewDeployment can be changed. Change it in that stack's program, and run pulumi up.`,
    );
  }
  const attributes = {
    ...service.attributes,
    ...given({ desiredCount }),
    ...(forceNewDeployment === true ? { triggers: forced(service, world) } : {}),
    updatedAt: world.now.toISOString(),
  };
  const values = recordedValues(serviceAttributes({ attributes }), world.connection);
  throwIfRefused(validateDeployment(values, "UpdateService"), INVALID);
  return changed({ ...service, attributes }, world);
}

function changed(service: AwsObject, world: World): Answer<UpdateServiceResponse> {
  return {
    output: { service: describedService(service, world, ["TAGS"]) },
    changes: [putAgain(service, {})],
  };
}
