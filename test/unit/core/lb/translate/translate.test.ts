import fc from "fast-check";
import type { KubeObject } from "../../../../../core/lb/traefikObjects/object";
import { listenerObjects } from "../../../../../core/lb/translate/listener";
import { ruleObjects } from "../../../../../core/lb/translate/child";
import { translate } from "../../../../../core/lb/translate/translate";
import * as arbitrary from "../../../../helpers/arbitraryRouting";
import { crdErrors } from "../../../../helpers/crd";
import { forward, group, listener, loadBalancer, rule } from "../../../../helpers/routingSamples";

const SPLIT = forward(group(), group({ name: "canary" }));

const name = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.name}`;

test("makes what others refer to first, and the roots last", () => {
  const of = listener({
    protocol: "HTTPS",
    hosts: ["a.test", "*.b.test"],
    tls: { optionName: "policy" },
    rules: [rule(), rule({ name: "split", priority: 20, action: SPLIT })],
    defaultAction: { type: "fixed-response", statusCode: 404, messageBody: "" },
  });
  expect(translate([loadBalancer({ listeners: [of] })]).map(name)).toEqual([
    "Middleware myapp-8081-headers",
    "Middleware myapp-8081-prelude",
    "Middleware myapp-8081-guard",
    "Middleware myapp-8081-trace",
    "Middleware myapp-8081-forward-http1",
    "Middleware myapp-8081-forward-http2",
    "Middleware myapp-8081-forward-grpc",
    "Middleware myapp-8081-plain",
    "Middleware myapp-8081-default",
    "Middleware myapp-8081-guard-api",
    "Middleware myapp-8081-guard-split",
    "TraefikService myapp-8081-rule-split",
    "IngressRoute myapp-8081-default",
    "IngressRoute myapp-8081-rule-api",
    "IngressRoute myapp-8081-rule-split",
    "IngressRoute myapp-8081",
    "IngressRoute myapp-8081-wildcard",
    "IngressRoute myapp-8081-plain",
  ]);
});

test("makes the objects of one listener after those of another, stage by stage", () => {
  const two = loadBalancer({ listeners: [listener({ port: 80 }), listener({ port: 81 })] });
  expect(
    translate([two])
      .filter(({ kind }) => kind === "IngressRoute")
      .map(name),
  ).toEqual([
    "IngressRoute myapp-80-default",
    "IngressRoute myapp-81-default",
    "IngressRoute myapp-80",
    "IngressRoute myapp-81",
  ]);
});

test("makes nothing but the objects of its listeners and rules", () => {
  const of = listener({ rules: [rule()] });
  const lb = loadBalancer({ listeners: [of] });
  const { forwards, defaultParts, ...rest } = listenerObjects(lb, of);
  const { parts, route } = ruleObjects(lb, of, rule());
  const apart = [
    ...Object.values(forwards),
    ...defaultParts,
    ...(Object.values(rest) as KubeObject[]),
    ...parts,
    route,
  ];
  const all = translate([lb]);
  expect(all).toHaveLength(apart.length);
  expect(all).toEqual(expect.arrayContaining(apart));
});

interface Spec {
  readonly parentRefs?: readonly { readonly name: string }[];
  readonly tls?: { readonly options?: object };
  readonly routes: readonly {
    readonly match: string;
    readonly priority: number;
    readonly middlewares?: readonly { readonly name: string }[];
    readonly services?: readonly { readonly kind: string; readonly name: string }[];
  }[];
}

const ingresses = (all: readonly KubeObject[]) =>
  all
    .filter(({ kind }) => kind === "IngressRoute")
    .map(({ metadata, spec }) => ({ name: metadata.name, ...(spec as Spec) }));

test("makes nothing that Traefik's definitions do not know, whatever the load balancer is", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      expect(translate([lb]).flatMap(crdErrors)).toEqual([]);
    }),
  );
});

test("gives no two objects of a kind one name, and each a name that Kubernetes takes", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      const all = translate([lb]);
      expect(new Set(all.map(name)).size).toBe(all.length);
      for (const { metadata } of all) {
        expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
      }
    }),
  );
});

test("gives no two children of a root one priority, whatever the rules are", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      const all = ingresses(translate([lb]));
      const parents = new Set(
        all.flatMap(({ parentRefs = [] }) => parentRefs.map((of) => of.name)),
      );
      for (const parent of parents) {
        const priorities = all
          .filter(({ parentRefs = [] }) => parentRefs.some((of) => of.name === parent))
          .flatMap(({ routes }) => routes.map(({ priority }) => priority));
        expect(new Set(priorities).size).toBe(priorities.length);
        expect(Math.min(...priorities)).toBeGreaterThan(0);
      }
    }),
  );
});

test("refers to nothing that it has not made before", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      const made = new Set<string>();
      for (const object of translate([lb])) {
        const { routes = [] } = object.spec as Partial<Spec>;
        for (const { middlewares = [], services = [] } of routes) {
          for (const middleware of middlewares)
            expect(made).toContain(`Middleware ${middleware.name}`);
          for (const { kind, name: service } of services) {
            if (kind === "Service" || service === "noop@internal") continue;
            expect(made).toContain(`${kind} ${service}`);
          }
        }
        made.add(name(object));
      }
      for (const { parentRefs = [] } of ingresses(translate([lb]))) {
        for (const parent of parentRefs) expect(made).toContain(`IngressRoute ${parent.name}`);
      }
    }),
  );
});

test("puts TLS options on no root with a route that names no host", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      for (const { tls, routes } of ingresses(translate([lb]))) {
        if (tls?.options === undefined) continue;
        for (const { match } of routes) expect(match).toMatch(/^Host\(/);
      }
    }),
  );
});

test("makes no root without a route, and of every root a parent or an answer", () => {
  fc.assert(
    fc.property(arbitrary.loadBalancer, (lb) => {
      const all = ingresses(translate([lb]));
      const parents = new Set(
        all.flatMap(({ parentRefs = [] }) => parentRefs.map((of) => of.name)),
      );
      for (const root of all.filter(({ parentRefs }) => parentRefs === undefined)) {
        const answers = root.routes.every(({ services }) => services !== undefined);
        expect(parents.has(root.name)).toBe(!answers);
      }
    }),
  );
});
