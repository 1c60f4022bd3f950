import { tcpRouteFaults } from "../../../../cluster/traefik/tcpRouteFaults";

const route = (name: string, routes = 1) => ({
  metadata: { name },
  spec: { routes: Array.from({ length: routes }, () => ({})) },
});

test.each([
  "kecs-main-db-9010-673acf455cb2dab0b43a@kubernetescrd",
  "kecs_main-db-9010_0@kubernetescrd",
])("nothing is wrong where the route is loaded as %s", (name) => {
  expect(tcpRouteFaults([route("main-db-9010")], [{ name, status: "enabled" }])).toEqual([]);
});

test("a route that leads nowhere is none", () => {
  expect(tcpRouteFaults([route("main-db-5432", 0)], [])).toEqual([]);
});

test("a route that Traefik refuses or does not list is told", () => {
  const error = ["unknown entry point"];
  const faults = tcpRouteFaults(
    [route("a-9010"), route("a-9011")],
    [
      { name: "kecs-a-9010-ab@kubernetescrd", status: "disabled", error },
      { name: "kecs-a-9011-b-ab@kubernetescrd", status: "enabled" },
    ],
  );
  expect(faults).toEqual([
    {
      code: "KECS3005",
      path: 'IngressRouteTCP("a-9010")',
      message: "Traefik did not load it, so its local port leads nowhere: unknown entry point",
      hint: "run kecs start or pulumi up --refresh: both create missing objects again",
      severity: "warning",
    },
    expect.objectContaining({ path: 'IngressRouteTCP("a-9011")' }),
  ]);
});
