import type { Rule } from "../model";
import {
  forwardName,
  metadata,
  partName,
  type ListenerOf,
  type ProtocolVersion,
} from "../traefikObjects/names";
import { API_VERSION, type KubeObject } from "../traefikObjects/object";
import { pluginMiddleware } from "../traefikObjects/plugin";

/**
 * The listener's facts in the headers that AWS sends, and none that AWS does not send.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */
export function headersMiddleware(of: ListenerOf): KubeObject {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(of, partName(of, "headers")),
    spec: {
      headers: {
        customRequestHeaders: {
          "X-Forwarded-Port": String(of.listener.port),
          "X-Forwarded-Proto": of.listener.protocol.toLowerCase(),
          "X-Forwarded-Host": "",
          "X-Forwarded-Server": "",
          "X-Real-Ip": "",
        },
      },
    },
  };
}

/** What happens to a request before any rule sees it. */
export function preludeMiddleware(of: ListenerOf): KubeObject {
  const { dropInvalidHeaderFields, simulateSourceIp } = of.lb.attributes;
  return pluginMiddleware(of, partName(of, "prelude"), {
    mode: "prelude",
    dropInvalidHeaderFields,
    simulateSourceIp,
  });
}

/** What happens to a request on its way to target groups of one protocol version. */
export function forwardMiddleware(of: ListenerOf, protocolVersion: ProtocolVersion): KubeObject {
  const { xffHeaderProcessingMode, xffClientPort, tlsHeaders, hostHeader } = of.lb.attributes;
  return pluginMiddleware(of, forwardName(of, protocolVersion), {
    mode: "forward",
    protocolVersion,
    listenerPort: String(of.listener.port),
    xffHeaderProcessingMode,
    xffClientPort,
    tlsHeaders,
    hostHeader,
  });
}

/** Answers in the place of a default action that Traefik could not load. */
export function guardMiddleware(of: ListenerOf): KubeObject {
  const listener = `${of.lb.name}:${of.listener.port}`;
  return pluginMiddleware(of, partName(of, "guard"), {
    mode: "fixed",
    status: 503,
    contentType: "text/plain",
    body: `the default action of listener ${listener} is not loaded`,
  });
}

/** Answers in the place of a rule's action that Traefik could not load. */
export function ruleGuardMiddleware(of: ListenerOf, rule: Rule): KubeObject {
  return pluginMiddleware(
    of,
    partName(of, `guard-${rule.name}`),
    {
      mode: "fixed",
      status: 503,
      contentType: "text/plain",
      body: `rule ${rule.priority} is not loaded`,
    },
    rule,
  );
}

/** Answers TRACE, which a load balancer does not forward. */
export function traceMiddleware(of: ListenerOf): KubeObject {
  return pluginMiddleware(of, partName(of, "trace"), { mode: "fixed", status: 405 });
}

/** Answers plain HTTP on a port of HTTPS. */
export function plainMiddleware(of: ListenerOf): KubeObject {
  return pluginMiddleware(of, partName(of, "plain"), {
    mode: "fixed",
    status: 400,
    contentType: "text/plain",
    body: "this port takes HTTPS only",
  });
}
