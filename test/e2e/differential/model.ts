import { attributesOf } from "../../../core/lb/loadBalancer/attributes";
import { targetGroupArn } from "../../../core/arn";
import { slotOf } from "../../../core/lb/listener/ports";
import type { Connection } from "../../../core/connection";
import { hostsOf } from "../../../core/hosts";
import type { Action, LoadBalancer, Request, TargetGroup } from "../../../core/lb/model";
import type { GeneratedRequest } from "./requests";
import { SELF, type GeneratedAction, type RuleSet } from "./ruleSet";

const PORT = 80;
/** Answers where no rule does, and is no rule's action. */
const DEFAULT_STATUS = 299;

/** The name that a rule set has in an instance; its hosts are below it. */
export function domainOf(name: string): string {
  return `${name}.test`;
}

/** A rule set as the load balancer of this name, on the instance's port for listener 80. */
export function loadBalancerOf(set: RuleSet, name: string, connection: Connection): LoadBalancer {
  const here = placed(set, name);
  const domain = domainOf(name);
  const { localPort, entryPoint } = slotOf(connection, { port: PORT });
  const ruleHosts = here.rules.flatMap(({ conditions }) =>
    conditions.flatMap((of) => (of.field === "host-header" ? of.values : [])),
  );
  const hosts = hostsOf(name, [domain, `*.${domain}`]);
  return {
    name,
    hosts,
    catchAll: false,
    attributes: attributesOf({ simulateSourceIp: here.simulateSourceIp }),
    listeners: [
      {
        port: PORT,
        protocol: "HTTP",
        localPort,
        entryPoint,
        hosts: [...new Set([...hosts, ...ruleHosts])],
        portMap: { 80: connection.httpPort, 443: connection.httpsPort },
        rules: here.rules.map(({ conditions, action }, i) => ({
          name: String(i + 1),
          priority: i + 1,
          conditions,
          action: actionOf(action, i + 1, connection),
        })),
        defaultAction: {
          type: "fixed-response",
          statusCode: DEFAULT_STATUS,
          contentType: "text/plain",
          messageBody: "default action",
        },
      },
    ],
  };
}

/** A request to the rule set of this name. */
export function requestOf(
  request: GeneratedRequest,
  name: string,
  { httpPort: localPort }: Connection,
  sourceIp: string,
): Request {
  return { ...placed(request, name), localPort, tls: false, version: "1.1", sourceIp };
}

function placed<T>(value: T, name: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll(SELF, domainOf(name))) as T;
}

function actionOf(action: GeneratedAction, number: number, connection: Connection): Action {
  switch (action.type) {
    case "fixed-response":
      return {
        ...action,
        contentType: "text/plain",
        messageBody: `rule ${number}`,
      };
    case "redirect":
      return {
        ...{ protocol: "#{protocol}", host: "#{host}", port: "#{port}", path: "/#{path}" },
        ...{ query: `#{query}&rule=${number}` },
        ...action.fields,
        type: "redirect",
        statusCode: number % 2 === 0 ? 301 : 302,
      };
    case "forward":
      return {
        type: "forward",
        targetGroups: [{ group: groupOf(action.target, connection), weight: 1 }],
      };
  }
}

/** The target group of a conformance instance that has this target alone. */
function groupOf(target: string, connection: Connection): TargetGroup {
  return {
    name: target,
    arn: targetGroupArn(connection, target),
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    algorithm: "round_robin",
  };
}
