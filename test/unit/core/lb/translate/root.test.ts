import fc from "fast-check";
import { rootObjects } from "../../../../../core/lb/translate/root";
import { listenerObjects } from "../../../../../core/lb/translate/listener";
import { ruleObjects } from "../../../../../core/lb/translate/child";
import type { Listener, LoadBalancer } from "../../../../../core/lb/model";
import { loadBalancer as generated } from "../../../../helpers/arbitraryRouting";
import { listener, loadBalancer, object, rule } from "../../../../helpers/routingSamples";

const middlewares = [{ name: "myapp-8081-headers" }, { name: "myapp-8081-prelude" }];
const EXACT = {
  kind: "Rule",
  match: "Host(`a.test`) || Host(`b.test`)",
  priority: 2000,
  middlewares,
};
const WILD = {
  kind: "Rule",
  match: "HostRegexp(`(?is)^.*\\.a\\.test\\.?$`)",
  priority: 1016,
  middlewares,
};
const LONGER = {
  kind: "Rule",
  match: "HostRegexp(`(?is)^.*\\.x\\.a\\.test\\.?$`)",
  priority: 1020,
  middlewares,
};
const OTHER = {
  kind: "Rule",
  match: "PathPrefix(`/`) || !PathPrefix(`/`)",
  priority: 2,
  middlewares,
};
/** The same with names that TLS options can be chosen by. */
const byName = (chosenBy: string, route: typeof OTHER, above = 0) => ({
  ...route,
  match: above === 1 ? `Host(\`${chosenBy}\`)` : `Host(\`${chosenBy}\`) || ${route.match}`,
  priority: route.priority + above,
});
const EXACT_HOSTS = ["a.test", "b.test"];
const HOSTS = ["a.test", "*.a.test", "b.test", "*.x.a.test"];
const entryPoints = ["alb-9001"];

function roots(of: Partial<Listener>, lb: Partial<LoadBalancer> = {}) {
  return rootObjects({ lb: loadBalancer(lb), listener: listener(of) });
}

test("is hosts and what happens before the rules, without services", () => {
  expect(roots({ hosts: EXACT_HOSTS })).toEqual({
    root: object("IngressRoute", "myapp-8081", { entryPoints, routes: [EXACT] }),
  });
});

test("gives each wildcard a route of its own, the longer one first", () => {
  expect(roots({ hosts: HOSTS })).toEqual({
    root: object("IngressRoute", "myapp-8081", { entryPoints, routes: [EXACT, WILD, LONGER] }),
  });
});

test("takes hosts that no load balancer has where it is told to", () => {
  expect(roots({ hosts: EXACT_HOSTS }, { catchAll: true })).toEqual({
    root: object("IngressRoute", "myapp-8081", { entryPoints, routes: [EXACT, OTHER] }),
  });
});

test("ends TLS, with the instance's certificate or with the listener's", () => {
  const of = { protocol: "HTTPS", hosts: HOSTS } as const;
  const routes = [EXACT, byName("*.a.test", WILD), byName("*.x.a.test", LONGER)];
  expect(roots(of).root.spec).toEqual({ entryPoints, tls: {}, routes });
  expect(roots({ ...of, tls: { secretName: "cert" } })).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { secretName: "cert" },
      routes,
    }),
  });
});

test("gives TLS options to each wildcard as far as a server name tells, and others the default", () => {
  const tls = { secretName: "cert", optionName: "policy" };
  expect(roots({ protocol: "HTTPS", hosts: HOSTS, tls })).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { secretName: "cert", options: { name: "policy" } },
      routes: [EXACT, byName("*.a.test", WILD, 1), byName("*.x.a.test", LONGER, 1)],
    }),
    wildcardRoot: object("IngressRoute", "myapp-8081-wildcard", {
      entryPoints,
      tls: { secretName: "cert" },
      routes: [WILD, LONGER].map((route) => byName("myapp-8081.kecs.invalid", route)),
    }),
  });
});

test.each([
  ["takes all hosts", {}, { catchAll: true }, [byName("*", OTHER)]],
  ["verifies clients", { verifiesClients: true }, {}, []],
])("keeps its TLS options for every wildcard where it %s", (_, more, lb, others) => {
  const tls = { secretName: "cert", optionName: "policy", ...more };
  expect(roots({ protocol: "HTTPS", hosts: HOSTS, tls }, lb)).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { secretName: "cert", options: { name: "policy" } },
      routes: [EXACT, byName("*.a.test", WILD), byName("*.x.a.test", LONGER), ...others],
    }),
  });
});

test("chooses the options of any other wildcard by a host of the listener's own", () => {
  const hosts = ["a?.test", "a.test", "*b.test"];
  const tls = { optionName: "policy", verifiesClients: true };
  const { routes } = roots({ protocol: "HTTPS", hosts, tls }).root.spec as {
    routes: { match: string }[];
  };
  expect(routes.map(({ match }) => match)).toEqual([
    "Host(`a.test`)",
    "Host(`a.test`) || HostRegexp(`(?is)^a.\\.test\\.?$`)",
    "Host(`a.test`) || HostRegexp(`(?is)^.*b\\.test\\.?$`)",
  ]);
});

test("names a host in every route of HTTPS, and one host in no two sets of options", () => {
  fc.assert(
    fc.property(generated, (lb) => {
      const options = new Map<string, Set<string>>();
      for (const each of lb.listeners.filter(({ protocol }) => protocol === "HTTPS")) {
        const { root, wildcardRoot } = rootObjects({ lb, listener: each });
        for (const { spec } of [root, ...(wildcardRoot === undefined ? [] : [wildcardRoot])]) {
          const { routes, tls } = spec as {
            routes: { match: string }[];
            tls: { options?: { name: string } };
          };
          for (const { match } of routes) {
            const names = [...match.matchAll(/\bHost\((`[^`]*`|"[^"]*")\)/g)].map(
              ([whole]) => whole,
            );
            expect(names).not.toEqual([]);
            for (const name of names) {
              const key = `${each.port} ${name}`;
              options.set(key, (options.get(key) ?? new Set()).add(tls.options?.name ?? "default"));
            }
          }
        }
      }
      for (const [, found] of options) expect(found.size).toBe(1);
    }),
  );
});

test("is one root where all hosts can have the listener's TLS options", () => {
  expect(roots({ protocol: "HTTPS", hosts: EXACT_HOSTS, tls: { optionName: "policy" } })).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { options: { name: "policy" } },
      routes: [EXACT],
    }),
  });
});

test.each<[string, Partial<Listener>, Partial<LoadBalancer>, string[]]>([
  ["one root", { hosts: HOSTS }, {}, ["myapp-8081"]],
  [
    "one root, with options",
    { protocol: "HTTPS", hosts: EXACT_HOSTS, tls: { optionName: "policy" } },
    {},
    ["myapp-8081"],
  ],
  [
    "one root, with wildcards but without options",
    { protocol: "HTTPS", hosts: HOSTS, tls: { secretName: "cert" } },
    { catchAll: true },
    ["myapp-8081"],
  ],
  [
    "two roots, for a wildcard",
    { protocol: "HTTPS", hosts: HOSTS, tls: { optionName: "policy" } },
    {},
    ["myapp-8081", "myapp-8081-wildcard"],
  ],
  [
    "one root, for all hosts",
    { protocol: "HTTPS", hosts: HOSTS, tls: { optionName: "policy" } },
    { catchAll: true },
    ["myapp-8081"],
  ],
  [
    "one root, where clients are verified",
    { protocol: "HTTPS", hosts: HOSTS, tls: { optionName: "policy", verifiesClients: true } },
    {},
    ["myapp-8081"],
  ],
])("has children of %s", (_, of, lb, names) => {
  const parentRefs = names.map((name) => ({ name }));
  const it = [loadBalancer(lb), listener(of)] as const;
  expect(listenerObjects(...it).defaultRoute.spec).toMatchObject({ parentRefs });
  expect(ruleObjects(...it, rule()).route.spec).toMatchObject({ parentRefs });
});
