import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  ServiceDeployment,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { findService } from "./find/services";
import { invalid } from "./refuse";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { missing } from "./shapes/missing";
import { serviceDeployments } from "./shapes/serviceDeployments";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:service-deployment\/([^/]+)\/([^/]+)\/([^/]+)$/;

export const describeServiceDeployments: Operation<
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse
> = ({ serviceDeploymentArns: arns = [] }, world) => {
  refuseNone("serviceDeploymentArns", arns);
  refuseTooMany("serviceDeploymentArns", arns, 20);
  const found = [...new Set(arns)].map((arn) => ({ arn, deployment: find(arn, world) }));
  return {
    output: {
      serviceDeployments: found.flatMap(({ deployment }) => deployment ?? []),
      failures: found
        .filter(({ deployment }) => deployment === undefined)
        .map(({ arn }) => missing(arn)),
    },
  };
};

function find(arn: string, world: World): ServiceDeployment | undefined {
  const [, cluster, name, digits] = ARN.exec(arn) ?? [];
  if (cluster === undefined || name === undefined || digits === undefined) {
    throw invalid(`"${arn}" is not the ARN of a service deployment.`);
  }
  const service = findService(world, cluster, name);
  if (service === undefined) return undefined;
  return serviceDeployments(service, world).find(({ serviceDeploymentArn = "" }) =>
    serviceDeploymentArn.endsWith(`/${digits}`),
  );
}
