import type { Action, FixedResponse, Forward, Request } from "../model";
import type { Answer, Response } from "./evaluation";
import { valuesOf } from "../request/header";
import { readAuthority } from "../request/host";
import { pathForTarget, readTarget } from "../request/path";
import { queryForTarget } from "../request/query";
import { hostOf, type MatchedListener } from "../request/matchedListener";
import type { NormalizedRequest } from "../request/normalizedRequest";
import { locationOf } from "./redirect";
import { targetRequest } from "./targetRequest";

/** AWS's own code for a client whose protocol the target group cannot take. */
const UNSUPPORTED_PROTOCOL = 464;

/** What an action answers to a request. */
export function actionResult(
  action: Action,
  reached: MatchedListener,
  request: Request,
  received: NormalizedRequest,
): Answer {
  switch (action.type) {
    case "fixed-response":
      return fixed(action, request);
    case "redirect": {
      const { path, query = "" } = readTarget(request.target);
      const location = locationOf(action, reached.listener, {
        host: readAuthority(hostOf(request) ?? "").name,
        path: pathForTarget(path),
        query: queryForTarget(query),
      });
      return {
        type: "response",
        status: action.statusCode,
        headers: { Location: location, "Content-Length": "0" },
        body: "",
        reason: "a redirect",
      };
    }
    case "forward":
      return forward(action, reached, request, received);
  }
}

function fixed(action: FixedResponse, { method }: Request): Response {
  const { statusCode: status, contentType, messageBody } = action;
  // HTTP allows no body with it, nor a length. RFC 9110, 15.3.5.
  const isBare = status === 204;
  return {
    type: "response",
    status,
    headers: {
      ...(contentType === undefined ? {} : { "Content-Type": contentType }),
      ...(isBare ? {} : { "Content-Length": String(Buffer.byteLength(messageBody)) }),
    },
    body: isBare || method === "HEAD" ? "" : messageBody,
    reason: "a fixed response",
  };
}

function forward(
  action: Forward,
  reached: MatchedListener,
  request: Request,
  received: NormalizedRequest,
): Answer {
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
}

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

/** An error of the load balancer's own, whose page is not decided. */
export function refusal(status: number, reason: string): Response {
  return { type: "response", status, headers: {}, reason };
}
