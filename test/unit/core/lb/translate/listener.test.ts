import { listenerObjects } from "../../../../../core/lb/translate/listener";
import {
  albaction,
  attributes,
  forward,
  group,
  listener,
  loadBalancer,
  object,
} from "../../../../helpers/routingSamples";

const ALL = "PathPrefix(`/`) || !PathPrefix(`/`)";
const NOOP = { kind: "TraefikService", name: "noop@internal" };
const made = listenerObjects(loadBalancer(), listener());

test("tells targets the listener's port and scheme, and takes away what AWS does not send", () => {
  expect(made.headers).toEqual(
    object("Middleware", "myapp-8081-headers", {
      headers: {
        customRequestHeaders: {
          "X-Forwarded-Port": "8081",
          "X-Forwarded-Proto": "http",
          "X-Forwarded-Host": "",
          "X-Forwarded-Server": "",
          "X-Real-Ip": "",
        },
      },
    }),
  );
  const https = listenerObjects(loadBalancer(), listener({ protocol: "HTTPS" }));
  expect(https.headers.spec).toMatchObject({
    headers: { customRequestHeaders: { "X-Forwarded-Proto": "https" } },
  });
});

test("prepares requests for the rules as the load balancer's attributes say", () => {
  expect(made.prelude).toEqual(
    object(
      "Middleware",
      "myapp-8081-prelude",
      albaction({ mode: "prelude", dropInvalidHeaderFields: false, simulateSourceIp: false }),
    ),
  );
  const asked = { ...attributes, dropInvalidHeaderFields: true, simulateSourceIp: true };
  expect(listenerObjects(loadBalancer({ attributes: asked }), listener()).prelude.spec).toEqual(
    albaction({ mode: "prelude", dropInvalidHeaderFields: true, simulateSourceIp: true }),
  );
});

test.each([
  ["HTTP1", "myapp-8081-forward-http1"],
  ["HTTP2", "myapp-8081-forward-http2"],
  ["GRPC", "myapp-8081-forward-grpc"],
] as const)("has one way to all target groups of %s", (protocolVersion, name) => {
  expect(made.forwards[protocolVersion]).toEqual(
    object(
      "Middleware",
      name,
      albaction({
        mode: "forward",
        protocolVersion,
        listenerPort: "8081",
        xffHeaderProcessingMode: "append",
        xffClientPort: false,
        tlsHeaders: false,
        hostHeader: "local",
      }),
    ),
  );
});

test("forwards as the load balancer's attributes say", () => {
  const asked = {
    ...attributes,
    xffHeaderProcessingMode: "preserve",
    xffClientPort: true,
    tlsHeaders: true,
    hostHeader: "aws",
  } as const;
  const { forwards } = listenerObjects(loadBalancer({ attributes: asked }), listener());
  expect(forwards.HTTP1.spec).toEqual(
    albaction({
      mode: "forward",
      protocolVersion: "HTTP1",
      listenerPort: "8081",
      xffHeaderProcessingMode: "preserve",
      xffClientPort: true,
      tlsHeaders: true,
      hostHeader: "aws",
    }),
  );
});

test("answers TRACE itself, and 503 in the place of a default action that is not loaded", () => {
  expect(made.trace).toEqual(
    object("Middleware", "myapp-8081-trace", albaction({ mode: "fixed", status: 405 })),
  );
  expect(made.guard).toEqual(
    object(
      "Middleware",
      "myapp-8081-guard",
      albaction({
        mode: "fixed",
        status: 503,
        contentType: "text/plain",
        body: "the default action of listener myapp:8081 is not loaded",
      }),
    ),
  );
});

test("does the default action below every rule, guarded", () => {
  expect(made.defaultParts).toEqual([]);
  expect(made.defaultRoute).toEqual(
    object("IngressRoute", "myapp-8081-default", {
      parentRefs: [{ name: "myapp-8081" }],
      routes: [
        {
          kind: "Rule",
          match: ALL,
          priority: 2,
          middlewares: [{ name: "myapp-8081-forward-http1" }],
          services: [
            {
              kind: "Service",
              name: "tg-web",
              port: "http",
              scheme: "http",
              serversTransport: "myapp-idle",
            },
          ],
        },
        {
          kind: "Rule",
          match: ALL,
          priority: 1,
          middlewares: [{ name: "myapp-8081-guard" }],
          services: [NOOP],
        },
        {
          kind: "Rule",
          match: "Method(`TRACE`)",
          priority: 300000,
          middlewares: [{ name: "myapp-8081-trace" }],
          services: [NOOP],
        },
      ],
    }),
  );
});

test("makes the objects of a default action that is more than one target group", () => {
  const defaultAction = forward(group(), group({ name: "canary" }));
  const { defaultParts, defaultRoute } = listenerObjects(
    loadBalancer(),
    listener({ defaultAction }),
  );
  expect(defaultParts.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    "TraefikService myapp-8081-default",
  ]);
  expect(defaultRoute.spec).toMatchObject({
    routes: [{ services: [{ kind: "TraefikService", name: "myapp-8081-default" }] }, {}, {}],
  });
});

test("has nothing for plain HTTP to say where plain HTTP is right", () => {
  expect(made.plain).toBeUndefined();
  expect(made.wildcardRoot).toBeUndefined();
});

test("answers plain HTTP on a port of HTTPS", () => {
  const { plain } = listenerObjects(
    loadBalancer({ catchAll: true }),
    listener({ protocol: "HTTPS", hosts: ["a.test", "*.b.test"], tls: { optionName: "policy" } }),
  );
  const answer = { middlewares: [{ name: "myapp-8081-plain" }], services: [NOOP] };
  expect(plain).toEqual({
    answer: object(
      "Middleware",
      "myapp-8081-plain",
      albaction({
        mode: "fixed",
        status: 400,
        contentType: "text/plain",
        body: "this port takes HTTPS only",
      }),
    ),
    root: object("IngressRoute", "myapp-8081-plain", {
      entryPoints: ["alb-9001"],
      routes: [
        { kind: "Rule", match: "Host(`a.test`)", priority: 2000, ...answer },
        {
          kind: "Rule",
          match: "HostRegexp(`(?is)^.*\\.b\\.test\\.?$`)",
          priority: 1016,
          ...answer,
        },
        { kind: "Rule", match: ALL, priority: 2, ...answer },
      ],
    }),
  });
});
