import { isDeepStrictEqual } from "node:util";
import type { CreateServiceRequest, CreateServiceResponse } from "@aws-sdk/client-ecs";
import { validateName } from "../../../core/awsNames";
import { throwIfRefused } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { definitionFor } from "./find/definitionFor";
import { isActive } from "./find/lifetime";
import { findService, forgetServices } from "./find/services";
import { given, without } from "./put";
import { INVALID, invalid } from "./refuse";
import { describedService } from "./shapes/service";
import { serviceContent } from "./shapes/serviceContent";
import { refuseStrictly } from "./shapes/strictRefusals";

export const createService: Operation<CreateServiceRequest, CreateServiceResponse> = (
  { cluster: clusterName, taskDefinition, clientToken, ...request },
  world,
) => {
  const cluster = activeCluster(world, clusterName);
  const { serviceName = "" } = request;
  throwIfRefused(validateName("ecs", serviceName, "serviceName"), INVALID);
  if (request.desiredCount === undefined && request.schedulingStrategy !== "DAEMON") {
    throw invalid("desiredCount is required for a service with the scheduling strategy REPLICA.");
  }
  const definition = definitionFor(world, taskDefinition);
  const content = serviceContent(request, { cluster, definition }, world);
  refuseStrictly(request, world);
  const object: AwsObject = {
    ...content,
    echo: given({ ...content.echo, clientToken }),
    kind: "svc",
    createdAt: world.now,
    owner: "api",
    stack: "",
  };
  const present = findService(world, nameOf(cluster), serviceName);
  if (present !== undefined && isActive(present)) {
    if (isDeepStrictEqual(wordsOf(present, present), wordsOf(object, present))) {
      return { output: { service: describedService(present, world, ["TAGS"]) } };
    }
    throw invalid(`Creation of service was not idempotent.${whose(present)}`);
  }
  return {
    output: { service: describedService(object, world, ["TAGS"]) },
    changes: [...forgetServices(world, object.key), { kind: "put", object }],
  };
};

/** What a caller said of a service; of what is echoed a Pulumi program's has nothing. */
function wordsOf({ attributes, echo }: AwsObject, present: AwsObject): object {
  return {
    attributes: without(attributes, "status", "updatedAt", "triggers", "namedPorts", "rollout"),
    echo: present.owner === "pulumi" ? {} : without(echo, "clientToken"),
  };
}

function whose({ owner, stack }: AwsObject): string {
  return owner === "pulumi" ? ` The service there belongs to the Pulumi stack "${stack}".` : "";
}
