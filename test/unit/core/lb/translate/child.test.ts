import type { Action, TargetGroup } from "../../../../../core/lb/model";
import { ruleObjects } from "../../../../../core/lb/translate/child";
import {
  albaction,
  forward,
  group,
  listener,
  loadBalancer,
  rule,
  ruleObject,
} from "../../../../helpers/routingSamples";

const NOOP = { kind: "TraefikService", name: "noop@internal" };
const GUARD = ruleObject(
  "Middleware",
  "myapp-8081-guard-api",
  albaction({
    mode: "fixed",
    status: 503,
    contentType: "text/plain",
    body: "rule 10 is not loaded",
  }),
);

const objects = (action: Action) => ruleObjects(loadBalancer(), listener(), rule({ action }));

/** The whole route of the sample's rule, given what its action makes of it. */
const route = (target: object) =>
  ruleObject("IngressRoute", "myapp-8081-rule-api", {
    parentRefs: [{ name: "myapp-8081" }],
    routes: [
      { kind: "Rule", match: "PathPrefix(`/api/`)", priority: 199980, ...target },
      {
        kind: "Rule",
        match: "PathPrefix(`/api/`)",
        priority: 199979,
        middlewares: [{ name: "myapp-8081-guard-api" }],
        services: [NOOP],
      },
    ],
  });

const service = {
  kind: "Service",
  name: "tg-web",
  port: "http",
  scheme: "http",
  serversTransport: "myapp-idle",
};

test("forwards to a target group, and below it answers 503 in its own name", () => {
  expect(objects(forward(group()))).toEqual({
    parts: [GUARD],
    route: route({ middlewares: [{ name: "myapp-8081-forward-http1" }], services: [service] }),
  });
});

test.each<[string, Partial<TargetGroup>, string, object]>([
  ["HTTP/2", { protocolVersion: "HTTP2" }, "http2", { scheme: "h2c" }],
  ["gRPC", { protocolVersion: "GRPC" }, "grpc", { scheme: "h2c" }],
  [
    "HTTPS, with any certificate",
    { protocol: "HTTPS" },
    "http1",
    { scheme: "https", serversTransport: "myapp-idle-tls" },
  ],
  [
    "gRPC over TLS",
    { protocol: "HTTPS", protocolVersion: "GRPC" },
    "grpc",
    { scheme: "https", serversTransport: "myapp-idle-tls" },
  ],
  [
    "the target with the fewest requests",
    { algorithm: "least_outstanding_requests" },
    "http1",
    { strategy: "p2c" },
  ],
  ["targets at random", { algorithm: "weighted_random" }, "http1", {}],
  [
    "the target that a client had before",
    { stickiness: { cookieName: "AWSALB", duration: 3600 } },
    "http1",
    { sticky: { cookie: { name: "AWSALB", maxAge: 3600 } } },
  ],
])("forwards to %s", (_, changes, version, expected) => {
  expect(objects(forward(group(changes))).route).toEqual(
    route({
      middlewares: [{ name: `myapp-8081-forward-${version}` }],
      services: [{ ...service, ...expected }],
    }),
  );
});

test("forwards to a single target group directly, whatever its weight and stickiness", () => {
  const targetGroups = [{ group: group(), weight: 0 }];
  expect(objects({ type: "forward", targetGroups, stickiness: 60 })).toEqual(
    objects(forward(group())),
  );
});

test("shares requests out among target groups by weight, also by none", () => {
  const canary = group({ name: "canary", stickiness: { cookieName: "AWSALB", duration: 5 } });
  const made = objects({
    type: "forward",
    targetGroups: [
      { group: group(), weight: 999 },
      { group: canary, weight: 0 },
    ],
    stickiness: 1000,
  });
  expect(made).toEqual({
    parts: [
      ruleObject("TraefikService", "myapp-8081-rule-api", {
        weighted: {
          services: [
            { ...service, weight: 999 },
            {
              ...service,
              name: "tg-canary",
              sticky: { cookie: { name: "AWSALB", maxAge: 5 } },
              weight: 0,
            },
          ],
          sticky: { cookie: { name: "AWSALBTG", maxAge: 1000 } },
        },
      }),
      GUARD,
    ],
    route: route({
      middlewares: [{ name: "myapp-8081-forward-http1" }],
      services: [{ kind: "TraefikService", name: "myapp-8081-rule-api" }],
    }),
  });
});

test("keeps no client in its target group unless it is asked to", () => {
  const [weighted] = objects(forward(group(), group({ name: "canary" }))).parts;
  expect(weighted?.spec).toEqual({
    weighted: {
      services: [
        { ...service, weight: 1 },
        { ...service, name: "tg-canary", weight: 1 },
      ],
    },
  });
});

const OWN_ANSWER = { middlewares: [{ name: "myapp-8081-rule-api" }], services: [NOOP] };

test("redirects, with the local ports of the load balancer's listeners", () => {
  const made = objects({
    type: "redirect",
    statusCode: 301,
    protocol: "HTTPS",
    host: "#{host}",
    port: "443",
    path: "/#{path}",
    query: "#{query}",
  });
  expect(made).toEqual({
    parts: [
      ruleObject(
        "Middleware",
        "myapp-8081-rule-api",
        albaction({
          mode: "redirect",
          status: 301,
          protocol: "HTTPS",
          host: "#{host}",
          port: "443",
          path: "/#{path}",
          query: "#{query}",
          listenerProtocol: "HTTP",
          listenerPort: "8081",
          portMap: { "80": "8080", "443": "8443", "8081": "9001" },
          hosts: ["myapp.elb.localhost", "myapp.elb.amazonaws.com"],
        }),
      ),
      GUARD,
    ],
    route: route(OWN_ANSWER),
  });
});

test.each([
  ["of a type", "application/json", { contentType: "application/json" }],
  ["of no type", undefined, {}],
])("answers with a fixed text %s", (_, contentType, typed) => {
  const made = objects({
    type: "fixed-response",
    statusCode: 404,
    ...(contentType === undefined ? {} : { contentType }),
    messageBody: "{}",
  });
  expect(made).toEqual({
    parts: [
      ruleObject(
        "Middleware",
        "myapp-8081-rule-api",
        albaction({ mode: "fixed", status: 404, ...typed, body: "{}" }),
      ),
      GUARD,
    ],
    route: route(OWN_ANSWER),
  });
});

test.each([
  ["a text that Traefik would take for a Secret", "urn:k8s:secret:a:b", "\\urn:k8s:secret:a:b"],
  ["a text that begins like such a one", "\\a", "\\\\a"],
  ["any other text", "a urn:k8s:secret:a:b", "a urn:k8s:secret:a:b"],
])("hands %s to the plugin as it is meant", (_, messageBody, body) => {
  const [middleware] = objects({ type: "fixed-response", statusCode: 200, messageBody }).parts;
  expect(middleware?.spec).toEqual(albaction({ mode: "fixed", status: 200, body }));
});

test("rejects a forward to nothing", () => {
  expect(() => objects({ type: "forward", targetGroups: [] })).toThrow(
    "myapp-8081-rule-api forwards to no target group",
  );
});
