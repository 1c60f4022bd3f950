import type {
  Action,
  Attributes,
  Listener,
  LoadBalancer,
  Rule,
  TargetGroup,
} from "../../core/lb/model";

export const attributes: Attributes = {
  idleTimeout: 60,
  http2: true,
  dropInvalidHeaderFields: false,
  xffHeaderProcessingMode: "append",
  xffClientPort: false,
  tlsHeaders: false,
  hostHeader: "local",
  simulateSourceIp: false,
};

export const group = (changes: Partial<TargetGroup> = {}): TargetGroup => ({
  name: "web",
  arn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/1",
  protocol: "HTTP",
  protocolVersion: "HTTP1",
  algorithm: "round_robin",
  ...changes,
});

export const forward = (...groups: readonly TargetGroup[]): Action => ({
  type: "forward",
  targetGroups: groups.map((of) => ({ group: of, weight: 1 })),
});

export const listener = (changes: Partial<Listener> = {}): Listener => ({
  port: 8081,
  protocol: "HTTP",
  localPort: 9001,
  entryPoint: "alb-9001",
  hosts: ["myapp.elb.localhost", "myapp.elb.amazonaws.com"],
  portMap: { "80": 8080, "443": 8443, "8081": 9001 },
  rules: [],
  defaultAction: forward(group()),
  ...changes,
});

export const loadBalancer = (changes: Partial<LoadBalancer> = {}): LoadBalancer => ({
  name: "myapp",
  hosts: ["myapp.elb.localhost", "myapp.elb.amazonaws.com"],
  catchAll: false,
  attributes,
  listeners: [listener()],
  ...changes,
});

export const rule = (changes: Partial<Rule> = {}): Rule => ({
  name: "api",
  priority: 10,
  conditions: [{ field: "path-pattern", values: ["/api/*"], regexValues: [] }],
  action: forward(group()),
  ...changes,
});

/** An object of the sample's listener as it is expected, whole. */
export const object = (kind: string, name: string, spec: object) => ({
  apiVersion: "traefik.io/v1alpha1",
  kind,
  metadata: {
    name,
    namespace: "kecs",
    labels: {
      "app.kubernetes.io/managed-by": "kecs",
      "app.kubernetes.io/component": "listener",
      "kecs.dev/load-balancer": "myapp",
      "kecs.dev/listener-port": "8081",
    },
  },
  spec,
});

/** The same of the sample's rule. */
export const ruleObject = (kind: string, name: string, spec: object) => {
  const of = object(kind, name, spec);
  const labels = {
    ...of.metadata.labels,
    "app.kubernetes.io/component": "listener-rule",
    "kecs.dev/rule": "api",
  };
  return { ...of, metadata: { ...of.metadata, labels } };
};

export const albaction = (config: object) => ({ plugin: { albaction: config } });
