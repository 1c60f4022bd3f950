import fc from "fast-check";
import type * as model from "../../core/lb/model";

const wildcardText = fc.string({
  unit: fc.constantFrom("a", "B", "/", ".", "*", "?", "`", "\\", '"'),
});
/** Anything that a user may write, most of it hostile. */
export const anyText = fc
  .oneof(wildcardText, fc.string({ unit: "binary" }), fc.constantFrom("${x}", "a\r\nb", "\0"))
  .filter((text) => text !== "");
const values = fc.array(anyText, { minLength: 1, maxLength: 3 });
const regexValues = fc.array(fc.oneof(anyText, fc.constant("^/a(b|c)`$")), {
  minLength: 1,
  maxLength: 3,
});

const lists = fc.oneof(
  fc.record({ values, regexValues: fc.constant([]) }),
  fc.record({ values: fc.constant([]), regexValues }),
);

export const condition: fc.Arbitrary<model.Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom("host-header" as const, "path-pattern" as const), lists)
    .map(([field, of]) => ({ field, ...of })),
  fc.tuple(anyText, lists).map(([name, of]) => ({ field: "http-header" as const, name, ...of })),
  values.map((of) => ({ field: "http-request-method" as const, values: of })),
  fc
    .array(
      fc
        .tuple(fc.option(anyText, { nil: undefined }), anyText)
        .map(([key, value]) => (key === undefined ? { value } : { key, value })),
      { minLength: 1, maxLength: 3 },
    )
    .map((of) => ({ field: "query-string" as const, values: of })),
  fc
    .array(
      fc.oneof(
        fc.ipV4().map((ip) => `${ip}/32`),
        fc.ipV6().map((ip) => `${ip}/64`),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((of) => ({ field: "source-ip" as const, values: of })),
);

const targetGroup: fc.Arbitrary<model.TargetGroup> = fc
  .record({
    name: fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/),
    arn: fc.constant("arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/x/1"),
    protocol: fc.constantFrom("HTTP" as const, "HTTPS" as const),
    protocolVersion: fc.constantFrom("HTTP1" as const, "HTTP2" as const, "GRPC" as const),
    algorithm: fc.constantFrom(
      "round_robin" as const,
      "least_outstanding_requests" as const,
      "weighted_random" as const,
    ),
    stickiness: fc.option(
      fc.record({
        cookieName: fc.constantFrom("AWSALB", "session"),
        duration: fc.integer({ min: 1, max: 604800 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ stickiness, ...group }) => ({
    ...group,
    ...(stickiness === undefined ? {} : { stickiness }),
  }));

const action: fc.Arbitrary<model.Action> = fc.oneof(
  fc
    .record({
      targetGroups: fc.array(
        fc.record({ group: targetGroup, weight: fc.integer({ min: 0, max: 999 }) }),
        { minLength: 1, maxLength: 5 },
      ),
      stickiness: fc.option(fc.integer({ min: 1, max: 604800 }), { nil: undefined }),
    })
    .map(({ targetGroups, stickiness }) => ({
      type: "forward" as const,
      targetGroups,
      ...(stickiness === undefined ? {} : { stickiness }),
    })),
  fc.record({
    type: fc.constant("redirect" as const),
    statusCode: fc.constantFrom(301 as const, 302 as const),
    protocol: fc.constantFrom("HTTP", "HTTPS", "#{protocol}"),
    host: anyText,
    port: fc.constantFrom("443", "#{port}"),
    path: anyText,
    query: fc.string({ unit: "binary" }),
  }),
  fc.record({
    type: fc.constant("fixed-response" as const),
    statusCode: fc.integer({ min: 200, max: 599 }),
    contentType: fc.constant("text/plain"),
    messageBody: fc.string({ unit: "binary" }),
  }),
);

const rules: fc.Arbitrary<model.Rule[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
      priority: fc.integer({ min: 1, max: 50000 }),
      conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
      action,
    }),
    { selector: ({ name }) => name, maxLength: 5 },
  )
  .map((all) => [...new Map(all.map((rule) => [rule.priority, rule])).values()])
  .map((all) => all.toSorted((a, b) => a.priority - b.priority));

/** The first one is always there: a load balancer has names of its own. */
const hosts = fc
  .uniqueArray(fc.constantFrom("a.test", "*.a.test", "*.api.b.test", "x?.c.test"))
  .map((more) => ["own.test", ...more]);

const listener: fc.Arbitrary<model.Listener> = fc
  .record({
    port: fc.integer({ min: 1, max: 65535 }),
    tls: fc.option(
      fc.record(
        {
          secretName: fc.constant("cert"),
          optionName: fc.constant("policy"),
          verifiesClients: fc.constant(true),
        },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
    hosts,
    rules,
    defaultAction: action,
  })
  .map(({ tls, ...of }) => ({
    ...of,
    localPort: 8080,
    entryPoint: "alb-http",
    portMap: { "80": 8080 },
    ...(tls === undefined ? { protocol: "HTTP" as const } : { protocol: "HTTPS" as const, tls }),
  }));

/** Load balancers with everything that the model knows. */
export const loadBalancer: fc.Arbitrary<model.LoadBalancer> = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/),
  hosts,
  catchAll: fc.boolean(),
  attributes: fc.record({
    idleTimeout: fc.integer({ min: 1, max: 4000 }),
    http2: fc.boolean(),
    dropInvalidHeaderFields: fc.boolean(),
    xffHeaderProcessingMode: fc.constantFrom(
      "append" as const,
      "preserve" as const,
      "remove" as const,
    ),
    xffClientPort: fc.boolean(),
    tlsHeaders: fc.boolean(),
    hostHeader: fc.constantFrom("local" as const, "aws" as const),
    simulateSourceIp: fc.boolean(),
  }),
  listeners: fc.uniqueArray(listener, { selector: ({ port }) => port, minLength: 1, maxLength: 2 }),
});
