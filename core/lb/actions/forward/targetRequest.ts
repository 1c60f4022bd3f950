import type { Request } from "../../model";
import type { TargetRequest } from "../answer";
import { replaced, valuesOf, without, type Headers } from "../../request/header";
import { readAuthority } from "../../request/host";
import { pathForTarget, readTarget } from "../../request/path";
import { queryForTarget } from "../../request/query";
import { hostOf, type MatchedListener } from "../../request/matchedListener";
import type { NormalizedRequest } from "../../request/normalizedRequest";

/** Headers of one connection, which no proxy passes on. RFC 9110, 7.6.1. */
const OF_THE_CONNECTION = [
  ...["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate"],
  ...["Proxy-Authorization", "Trailer", "Transfer-Encoding"],
];

/** A forwarded request as the target sees it. */
export function targetRequest(
  reached: MatchedListener,
  request: Request,
  received: NormalizedRequest,
): TargetRequest {
  const { path, query } = readTarget(request.target);
  const target = pathForTarget(path);
  return {
    method: request.method,
    url: query === undefined ? target : `${target}?${queryForTarget(query)}`,
    headers: [...host(reached, hostOf(request)), ...headers(reached, received)],
  };
}

/**
 * The Host as it came, or in AWS's form: without a port on 80 and 443, elsewhere with the
 * listener's.
 */
function host({ loadBalancer, listener }: MatchedListener, sent: string | undefined): Headers {
  if (sent === undefined || sent === "") return [];
  if (loadBalancer.attributes.hostHeader === "local") return [["Host", sent]];
  const { name } = readAuthority(sent);
  return [["Host", [80, 443].includes(listener.port) ? name : `${name}:${listener.port}`]];
}

function headers(
  { loadBalancer, listener }: MatchedListener,
  received: NormalizedRequest,
): Headers {
  const { attributes } = loadBalancer;
  let all = without(received.headers, ...OF_THE_CONNECTION);
  const before = valuesOf(all, "X-Forwarded-For");
  const client = attributes.xffClientPort
    ? `${received.sourceIp.includes(":") ? `[${received.sourceIp}]` : received.sourceIp}:<client port>`
    : received.sourceIp;
  if (attributes.xffHeaderProcessingMode === "remove") all = without(all, "X-Forwarded-For");
  if (attributes.xffHeaderProcessingMode === "append") {
    all = replaced(all, "X-Forwarded-For", [...before, client].join(", "));
  }
  if (attributes.tlsHeaders && listener.protocol === "HTTPS") {
    all = replaced(all, "X-Amzn-Tls-Version", "<TLS version>");
    all = replaced(all, "X-Amzn-Tls-Cipher-Suite", "<cipher suite>");
  }
  return all;
}
