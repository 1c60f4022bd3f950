import { adminProxy, apiKey, apiRoute, routersPath } from "../../../../cluster/traefik/api";
import { crdErrors } from "../../../helpers/crd";

const KEY = apiKey("-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n");
const PAGE = { number: 2, size: 1000 };

test("lists routes to those alone who know its key", () => {
  const route = apiRoute(KEY);
  expect(route.spec).toEqual({
    entryPoints: ["traefik"],
    routes: [
      {
        kind: "Rule",
        match: `(Path(\`/api/http/routers\`) || Path(\`/api/tcp/routers\`)) && Query(\`key\`, \`${KEY}\`)`,
        priority: 2000,
        services: [{ kind: "TraefikService", name: "api@internal" }],
      },
    ],
  });
  expect(crdErrors(route)).toEqual([]);
});

test("has a key that nobody guesses, the same for the same private key", () => {
  expect(KEY).toMatch(/^[0-9a-f]{32}$/);
  expect(apiKey("a")).toBe(apiKey("a"));
  expect(apiKey("a")).not.toBe(apiKey("b"));
});

test("is asked with the key that its own route tells", () => {
  const others = [{ metadata: { name: "web-80" } }];
  expect(routersPath([...others, apiRoute(KEY)], PAGE)).toBe(
    `/api/http/routers?per_page=1000&page=2&key=${KEY}`,
  );
});

test("is asked for the routes of connections at a path of their own", () => {
  expect(routersPath([apiRoute(KEY)], { ...PAGE, of: "tcp" })).toBe(
    `/api/tcp/routers?per_page=1000&page=2&key=${KEY}`,
  );
});

test("is asked without one in an instance that has none", () => {
  for (const routes of [[], [{ metadata: { name: "kecs-api" } }]]) {
    expect(routersPath(routes, PAGE)).toBe("/api/http/routers?per_page=1000&page=2");
  }
});

test("is reached through the API server", () => {
  expect(adminProxy("kecs-system", "traefik-1")).toBe(
    "/api/v1/namespaces/kecs-system/pods/traefik-1:8080/proxy",
  );
});
