import type { WireRequest } from "../../../api/wire/protocol/protocol";
import type { ServiceName } from "../../../api/wire/services";

const TARGETS: Readonly<Record<string, string>> = {
  acm: "CertificateManager",
  ecs: "AmazonEC2ContainerServiceV20141113",
  logs: "Logs_20140328",
};

/** The header of a request that is signed for a service. */
export function signature(service: string): string {
  const scope = `kecs/20260101/eu-central-1/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=0`;
}

/** A request in AWS JSON; a text is its body as it is. */
export function jsonRequest(
  service: ServiceName,
  operation: string,
  body: unknown,
  headers: WireRequest["headers"] = {},
): WireRequest {
  return {
    method: "POST",
    path: "/",
    headers: {
      authorization: signature(service),
      host: "127.0.0.1:5373",
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${String(TARGETS[service])}.${operation}`,
      ...headers,
    },
    body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  };
}

/** A request in AWS Query, by its form. */
export function queryRequest(
  form: string,
  headers: WireRequest["headers"] = {},
  service: ServiceName = "elasticloadbalancing",
): WireRequest {
  return {
    method: "POST",
    path: "/",
    headers: {
      authorization: signature(service),
      host: "127.0.0.1:5373",
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      ...headers,
    },
    body: Buffer.from(form),
  };
}

export const CREATE_LISTENER =
  "Action=CreateListener&Version=2015-12-01&LoadBalancerArn=arn&Port=80&Protocol=HTTP" +
  "&DefaultActions.member.1.Type=forward" +
  "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.TargetGroupArn=blue" +
  "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.1.Weight=1" +
  "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.2.TargetGroupArn=green" +
  "&DefaultActions.member.1.ForwardConfig.TargetGroups.member.2.Weight=3";
