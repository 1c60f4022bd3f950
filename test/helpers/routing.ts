import type {
  Action,
  Attributes,
  Condition,
  Forward,
  Listener,
  LoadBalancer,
  Request,
  Rule,
  TargetGroup,
} from "../../core/lb/model";

/** A load balancer as a user leaves it who names nothing but what a test is about. */
export function loadBalancer(
  name: string,
  listeners: readonly Listener[],
  more: Partial<Omit<LoadBalancer, "attributes">> & {
    readonly attributes?: Partial<Attributes>;
  } = {},
): LoadBalancer {
  const { attributes, ...rest } = more;
  return {
    name,
    hosts: hosts(name),
    catchAll: false,
    listeners,
    ...rest,
    attributes: {
      idleTimeout: 60,
      http2: true,
      dropInvalidHeaderFields: false,
      xffHeaderProcessingMode: "append",
      xffClientPort: false,
      tlsHeaders: false,
      hostHeader: "local",
      simulateSourceIp: false,
      ...attributes,
    },
  };
}

/** A listener of load balancer `shop` on port 80, with rules 1, 2, …. */
export function listener(rules: readonly Rule[] = [], more: Partial<Listener> = {}): Listener {
  return {
    port: 80,
    protocol: "HTTP",
    localPort: 8080,
    entryPoint: "alb-http",
    hosts: hosts("shop"),
    portMap: { 80: 8080, 443: 8443 },
    rules,
    defaultAction: forwardTo("web"),
    ...more,
  };
}

/** The same on port 443. */
export function httpsListener(rules: readonly Rule[] = [], more: Partial<Listener> = {}): Listener {
  return listener(rules, {
    port: 443,
    protocol: "HTTPS",
    localPort: 8443,
    entryPoint: "alb-https",
    tls: {},
    ...more,
  });
}

export function rule(
  priority: number,
  conditions: readonly Condition[],
  action: Action = forwardTo("api"),
): Rule {
  return { name: `rule-${priority}`, priority, conditions, action };
}

export function forwardTo(name: string, more: Partial<TargetGroup> = {}): Forward {
  return { type: "forward", targetGroups: [{ group: targetGroup(name, more), weight: 1 }] };
}

export function targetGroup(name: string, more: Partial<TargetGroup> = {}): TargetGroup {
  return {
    name,
    arn: `arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/${name}/0123456789abcdef`,
    protocol: "HTTP",
    protocolVersion: "HTTP1",
    algorithm: "round_robin",
    ...more,
  };
}

/** `GET / HTTP/1.1` to the load balancer `shop`. */
export function request(more: Partial<Request> = {}): Request {
  return {
    localPort: 8080,
    tls: false,
    version: "1.1",
    method: "GET",
    host: "shop.elb.localhost:8080",
    target: "/",
    headers: [],
    sourceIp: "10.42.0.1",
    ...more,
  };
}

/** The same in HTTP/1.0 and without a Host header. */
export function namelessRequest(): Request {
  const { host, ...rest } = request({ version: "1.0" });
  if (host === undefined) throw new Error("there was none before");
  return rest;
}

export const paths = (...values: string[]): Condition => ({
  field: "path-pattern",
  values,
  regexValues: [],
});

export const headerIs = (name: string, ...values: string[]): Condition => ({
  field: "http-header",
  name,
  values,
  regexValues: [],
});

function hosts(name: string): string[] {
  return [`${name}.elb.localhost`, `${name}.elb.amazonaws.com`];
}
