import {
  routeFaults,
  type IngressRoute,
  type Router,
} from "../../../../cluster/traefik/routeFaults";

const route = (name: string, routes: number): IngressRoute => ({
  metadata: { name },
  spec: { routes: Array.from({ length: routes }, () => ({})) },
});
const router = (name: string, more: Partial<Router> = {}): Router => ({
  name: `kecs_${name}@kubernetescrd`,
  status: "enabled",
  ...more,
});
const HINT = "run kecs start or pulumi up --refresh: both create missing objects again";

test("nothing is wrong where every route of every object is loaded", () => {
  const loaded = [router("a_0"), router("a_1"), router("b-c_0"), { name: "ping@internal" }];
  expect(routeFaults([route("a", 2), route("b-c", 1)], loaded)).toEqual([]);
});

test("a route that Traefik lists with an error is told with its reason", () => {
  const error = ['middleware "kecs_gone@kubernetescrd" does not exist'];
  expect(
    routeFaults(
      [route("a", 2)],
      [router("a_0", { status: "disabled", error }), router("a_1", { status: "warning" })],
    ),
  ).toEqual([
    {
      code: "KECS3005",
      path: 'IngressRoute("a")',
      message:
        'Traefik did not load it, so it answers 503 or 404: middleware "kecs_gone@kubernetescrd" does not exist; its status is "warning"',
      hint: HINT,
      severity: "warning",
    },
  ]);
});

test("a route that Traefik does not list is told once for each object", () => {
  expect(routeFaults([route("a", 3), route("b", 1)], [router("a_1"), router("b_0")])).toEqual([
    {
      code: "KECS3005",
      path: 'IngressRoute("a")',
      message:
        "Traefik did not load it, so it answers 503 or 404: something that it refers to is missing; Traefik's log names it",
      hint: HINT,
      severity: "warning",
    },
  ]);
});

test("a route of connections is told as what it is", () => {
  const error = ["unknown entry point"];
  const routers = [router("db-9000_0"), router("db-9001_0", { status: "disabled", error })];
  const routes = [route("db-9000", 1), route("db-9001", 1), route("db-5432", 0)];
  expect(routeFaults(routes, routers, "IngressRouteTCP")).toEqual([
    {
      code: "KECS3005",
      path: 'IngressRouteTCP("db-9001")',
      message: "Traefik did not load it, so its local port leads nowhere: unknown entry point",
      hint: HINT,
      severity: "warning",
    },
  ]);
});
