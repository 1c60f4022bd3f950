import type { Forward, Request } from "../../model";
import { valuesOf } from "../../request/header";
import type { NormalizedRequest } from "../../request/normalizedRequest";
import type { ActionEvaluator } from "../actionEvaluator";
import { refusal } from "../answer";
import { targetRequest } from "./targetRequest";

/** AWS's own code for a client whose protocol the target group cannot take. */
const UNSUPPORTED_PROTOCOL = 464;

export const forward: ActionEvaluator<Forward> = {
  answer(action, reached, request, received) {
    const mismatch = protocolMismatch(action, request, received);
    if (mismatch !== undefined) return refusal(UNSUPPORTED_PROTOCOL, mismatch);
    const total = action.targetGroups.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return refusal(503, "every target group has weight 0");
    return {
      type: "forward",
      targetGroups: action.targetGroups.map(({ group, weight }) => ({
        name: group.name,
        arn: group.arn,
        weight,
        share: weight / total,
        ...(group.stickiness === undefined ? {} : { cookie: group.stickiness.cookieName }),
      })),
      ...(action.stickiness === undefined ? {} : { cookie: "AWSALBTG" }),
      request: targetRequest(reached, request, received),
    };
  },
};

/**
 * Why a target group cannot take a request; the groups of one action have one protocol version.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-464-issues
 */
function protocolMismatch(
  { targetGroups }: Forward,
  { version, method }: Request,
  { headers }: NormalizedRequest,
): string | undefined {
  const wanted = targetGroups[0]?.group.protocolVersion;
  if (wanted === "HTTP1") {
    return isGrpc(valuesOf(headers, "Content-Type")[0] ?? "")
      ? "the target group takes HTTP/1.1, and this is gRPC"
      : undefined;
  }
  if (version !== "2") return `the target group takes HTTP/2, and this is HTTP/${version}`;
  return wanted === "GRPC" && method !== "POST"
    ? `the target group takes gRPC, which is POST, and this is ${method}`
    : undefined;
}

/** Whether a content type is gRPC's own, and not that of gRPC-Web, which HTTP/1.1 carries. */
function isGrpc(contentType: string): boolean {
  return /^application\/grpc($|[+;])/i.test(contentType);
}
