import { AwsError } from "../../../world/awsError";
import type { AwsObject, World } from "../../../world/world";
import { invalid } from "../refuse";
import { isActive, isForgotten } from "./lifetime";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:(cluster|service|task-definition|task)\/(.+)$/;
const KIND = { cluster: "cluster", service: "svc", "task-definition": "td" } as const;

/** The object with that ARN, whose tags are asked for; partition, region and account do not count. */
export function taggedObject(world: World, arn: string): AwsObject {
  const [, type, name] = ARN.exec(arn) ?? [];
  if (type === undefined || name === undefined) {
    throw invalid(`"${arn}" is not the ARN of a cluster, service or task definition.`);
  }
  if (type === "task") {
    throw invalid(`${arn}: a task keeps the tags that RunTask gave it, which DescribeTasks tells.`);
  }
  const kind = KIND[type as keyof typeof KIND];
  const found = world.objects.find(
    (object) => object.kind === kind && object.arn.endsWith(`:${type}/${name}`),
  );
  if (found !== undefined && !isForgotten(found, world)) {
    if (isActive(found) || kind === "td") return found;
  }
  throw notFound(type);
}

function notFound(type: string): AwsError {
  switch (type) {
    case "cluster":
      return new AwsError("ClusterNotFoundException", "Cluster not found.");
    case "service":
      return new AwsError("ServiceNotFoundException", "Service not found.");
    default:
      return invalid("The specified task definition does not exist.");
  }
}
