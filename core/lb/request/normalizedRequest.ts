import type { Request } from "../model";
import {
  replaced,
  valuesOf,
  withoutClientCertificate,
  withValidNames,
  without,
  type Headers,
} from "./header";
import { comparedHost } from "./host";
import { pathForRules, readTarget } from "./path";
import { readQuery, type Parameter } from "./query";
import { hostOf, type MatchedListener } from "./matchedListener";
import { isAddress, SOURCE_IP_HEADER } from "./sourceIp";
import { traceId } from "./traceId";

/** What the rules of a listener see of a request. */
export interface NormalizedRequest {
  readonly method: string;
  /** In lower case, without a port; empty where the client sent none. */
  readonly host: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly headers: Headers;
  /** The client's address, or the one that stands in for it. */
  readonly sourceIp: string;
}

/** Carries the query to the rules inside of the cluster; a client's own never gets through. */
const QUERY_HEADER = "X-Kecs-Query";

/** A request as the rules of the listener see it that it reached. */
export function normalizeRequest(
  { loadBalancer, listener }: MatchedListener,
  request: Request,
): NormalizedRequest {
  const { attributes } = loadBalancer;
  const { path, query = "" } = readTarget(request.target);
  const [standIn] = attributes.simulateSourceIp ? valuesOf(request.headers, SOURCE_IP_HEADER) : [];
  return {
    method: request.method,
    host: comparedHost(hostOf(request) ?? ""),
    path: pathForRules(path),
    parameters: readQuery(query),
    headers: listenersHeaders(request.headers, {
      port: String(listener.port),
      protocol: listener.protocol.toLowerCase(),
      dropsInvalid: attributes.dropInvalidHeaderFields,
      dropsSourceIp: attributes.simulateSourceIp,
    }),
    sourceIp: standIn !== undefined && isAddress(standIn) ? standIn : request.sourceIp,
  };
}

/** The headers with the listener's facts, which take the place of a client's before any rule. */
function listenersHeaders(
  sent: Headers,
  facts: {
    readonly port: string;
    readonly protocol: string;
    readonly dropsInvalid: boolean;
    readonly dropsSourceIp: boolean;
  },
): Headers {
  let headers = without(
    sent,
    ...["Host", "X-Forwarded-Host", "X-Forwarded-Server", "X-Real-Ip", QUERY_HEADER],
    ...(facts.dropsSourceIp ? [SOURCE_IP_HEADER] : []),
  );
  headers = withoutClientCertificate(headers);
  if (facts.dropsInvalid) headers = withValidNames(headers);
  headers = replaced(headers, "X-Forwarded-Port", facts.port);
  headers = replaced(headers, "X-Forwarded-Proto", facts.protocol);
  return replaced(headers, "X-Amzn-Trace-Id", traceId(valuesOf(sent, "X-Amzn-Trace-Id")[0] ?? ""));
}
