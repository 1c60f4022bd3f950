import * as manifests from "../../../components/listener/manifests";
import { crdErrors } from "../../helpers/crd";

const model: manifests.ListenerModel = {
  loadBalancer: "myapp-alb",
  port: 8081,
  protocol: "HTTP",
  entryPoint: "alb-9001",
  hosts: ["myapp-alb.elb.localhost", "myapp-alb.elb.amazonaws.com"],
  targetGroup: "web",
};

const metadata = (name: string) => ({
  name,
  namespace: "kecs",
  labels: {
    "app.kubernetes.io/managed-by": "kecs",
    "app.kubernetes.io/component": "listener",
    "kecs.dev/load-balancer": "myapp-alb",
    "kecs.dev/listener-port": "8081",
  },
});
const object = (kind: string, name: string, spec: object) => ({
  apiVersion: "traefik.io/v1alpha1",
  kind,
  metadata: metadata(name),
  spec,
});
const ALL = "PathPrefix(`/`) || !PathPrefix(`/`)";
const middlewares = [{ name: "myapp-alb-8081-headers" }, { name: "myapp-alb-8081-prelude" }];
const EXACT = {
  kind: "Rule",
  match: "Host(`myapp-alb.elb.localhost`) || Host(`myapp-alb.elb.amazonaws.com`)",
  priority: 2000,
  middlewares,
};

test("is a root of hosts and headers without services", () => {
  expect(manifests.rootRoute(model)).toEqual(
    object("IngressRoute", "myapp-alb-8081", { entryPoints: ["alb-9001"], routes: [EXACT] }),
  );
});

test("ends TLS at the root of an HTTPS listener", () => {
  expect(manifests.rootRoute({ ...model, protocol: "HTTPS" }).spec).toEqual({
    entryPoints: ["alb-9001"],
    tls: {},
    routes: [EXACT],
  });
});

test("gives each wildcard a route of its own, the longer one first", () => {
  const hosts = [...model.hosts, "*.example.test", "*.api.example.test"];
  expect(manifests.rootRoute({ ...model, hosts }).spec.routes).toEqual([
    EXACT,
    {
      kind: "Rule",
      match: "HostRegexp(`(?is)^.*\\.example\\.test\\.?$`)",
      priority: 1014,
      middlewares,
    },
    {
      kind: "Rule",
      match: "HostRegexp(`(?is)^.*\\.api\\.example\\.test\\.?$`)",
      priority: 1018,
      middlewares,
    },
  ]);
});

test("forwards all requests by default, and guards against an action that is not loaded", () => {
  expect(manifests.defaultRoute(model)).toEqual(
    object("IngressRoute", "myapp-alb-8081-default", {
      parentRefs: [{ name: "myapp-alb-8081" }],
      routes: [
        {
          kind: "Rule",
          match: ALL,
          priority: 2,
          services: [{ name: "tg-web", port: "http", serversTransport: "myapp-alb-idle" }],
        },
        {
          kind: "Rule",
          match: ALL,
          priority: 1,
          middlewares: [{ name: "myapp-alb-8081-guard" }],
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    }),
  );
});

test("tells targets the listener's port and scheme, and takes away what AWS does not send", () => {
  expect(manifests.headersMiddleware({ ...model, protocol: "HTTPS" })).toEqual(
    object("Middleware", "myapp-alb-8081-headers", {
      headers: {
        customRequestHeaders: {
          "X-Forwarded-Port": "8081",
          "X-Forwarded-Proto": "https",
          "X-Forwarded-Host": "",
          "X-Forwarded-Server": "",
          "X-Real-Ip": "",
        },
      },
    }),
  );
});

test("makes trace ids before any rule", () => {
  expect(manifests.preludeMiddleware(model)).toEqual(
    object("Middleware", "myapp-alb-8081-prelude", {
      plugin: { albaction: { mode: "prelude", traceId: true } },
    }),
  );
});

test("answers 503 in the place of an action that is not loaded", () => {
  expect(manifests.guardMiddleware(model)).toEqual(
    object("Middleware", "myapp-alb-8081-guard", {
      plugin: {
        albaction: {
          mode: "fixed",
          status: 503,
          contentType: "text/plain",
          body: "an action of listener myapp-alb:8081 is not loaded\n",
        },
      },
    }),
  );
});

test("makes nothing that Traefik's definitions do not know", () => {
  const hosts = [...model.hosts, "*.example.test"];
  for (const make of [
    manifests.rootRoute,
    manifests.defaultRoute,
    manifests.headersMiddleware,
    manifests.preludeMiddleware,
    manifests.guardMiddleware,
  ]) {
    for (const protocol of ["HTTP", "HTTPS"] as const) {
      expect(crdErrors(make({ ...model, hosts, protocol }))).toEqual([]);
    }
  }
});

test.each([
  ["a plain name", "a", "a-80"],
  ["capitals", "A", /^a-80-[0-9a-f]{8}$/],
  ["the longest name", "a".repeat(32), `${"a".repeat(32)}-80`],
])("names objects of a load balancer with %s as Kubernetes takes them", (_, loadBalancer, name) => {
  const made = manifests.listenerName({ loadBalancer, port: 80 });
  expect(made).toMatch(name instanceof RegExp ? name : new RegExp(`^${name}$`));
});
