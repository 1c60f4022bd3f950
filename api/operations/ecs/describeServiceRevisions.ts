import type {
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  ServiceRevision,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { findService } from "./find/services";
import { invalid } from "./refuse";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { missing } from "./shapes/missing";
import { serviceRevisions } from "./shapes/serviceRevisions";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:service-revision\/([^/]+)\/([^/]+)\/([^/]+)$/;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html */
export const describeServiceRevisions: Operation<
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse
> = ({ serviceRevisionArns: arns = [] }, world) => {
  refuseNone("serviceRevisionArns", arns);
  refuseTooMany("serviceRevisionArns", arns, 20);
  const found = [...new Set(arns)].map((arn) => ({ arn, revision: find(arn, world) }));
  return {
    output: {
      serviceRevisions: found.flatMap(({ revision }) => revision ?? []),
      failures: found
        .filter(({ revision }) => revision === undefined)
        .map(({ arn }) => missing(arn)),
    },
  };
};

function find(arn: string, world: World): ServiceRevision | undefined {
  const [, cluster, name, digits] = ARN.exec(arn) ?? [];
  if (cluster === undefined || name === undefined || digits === undefined) {
    throw invalid(`"${arn}" is not the ARN of a service revision.`);
  }
  const service = findService(world, cluster, name);
  if (service === undefined) return undefined;
  return serviceRevisions(service, world).find(({ serviceRevisionArn = "" }) =>
    serviceRevisionArn.endsWith(`/${digits}`),
  );
}
