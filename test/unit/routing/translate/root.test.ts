import { rootObjects } from "../../../../components/routing/translate/root";
import { listenerObjects } from "../../../../components/routing/translate/listener";
import { ruleObjects } from "../../../../components/routing/translate/child";
import type { Listener, LoadBalancer } from "../../../../components/routing/model";
import { listener, loadBalancer, object, rule } from "../../../helpers/routingSamples";

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
  priority: 1008,
  middlewares,
};
const LONGER = {
  kind: "Rule",
  match: "HostRegexp(`(?is)^.*\\.x\\.a\\.test\\.?$`)",
  priority: 1010,
  middlewares,
};
const OTHER = {
  kind: "Rule",
  match: "PathPrefix(`/`) || !PathPrefix(`/`)",
  priority: 2,
  middlewares,
};
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
  const routes = [EXACT, WILD, LONGER];
  expect(roots(of).root.spec).toEqual({ entryPoints, tls: {}, routes });
  expect(roots({ ...of, tls: { secretName: "cert" } })).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { secretName: "cert" },
      routes,
    }),
  });
});

test("keeps TLS options away from hosts that cannot have them", () => {
  const tls = { secretName: "cert", optionName: "policy" };
  expect(roots({ protocol: "HTTPS", hosts: HOSTS, tls }, { catchAll: true })).toEqual({
    root: object("IngressRoute", "myapp-8081", {
      entryPoints,
      tls: { secretName: "cert", options: { name: "policy" } },
      routes: [EXACT],
    }),
    wildcardRoot: object("IngressRoute", "myapp-8081-wildcard", {
      entryPoints,
      tls: { secretName: "cert" },
      routes: [WILD, LONGER, OTHER],
    }),
  });
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
    "two roots, for other hosts",
    { protocol: "HTTPS", hosts: EXACT_HOSTS, tls: { optionName: "policy" } },
    { catchAll: true },
    ["myapp-8081", "myapp-8081-wildcard"],
  ],
])("has children of %s", (_, of, lb, names) => {
  const parentRefs = names.map((name) => ({ name }));
  const it = [loadBalancer(lb), listener(of)] as const;
  expect(listenerObjects(...it).defaultRoute.spec).toMatchObject({ parentRefs });
  expect(ruleObjects(...it, rule()).route.spec).toMatchObject({ parentRefs });
});
