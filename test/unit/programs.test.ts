import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import type { LoadBalancer } from "../../core/lb/model";
import type { KubeObject } from "../../core/lb/traefikObjects/object";
import {
  recordedLoadBalancers,
  routingOf as recordedRouting,
} from "../../core/lb/recorded/loadBalancers";
import { translate } from "../../core/lb/translate/translate";
import { programPlan, runPlan, type ProgramPlan } from "../helpers/arbitraryProgram";
import { deploy, type Deployment } from "../helpers/deploy";
import { recordsOf } from "../helpers/records";
import { CONNECTION } from "../helpers/samples";

const TRAEFIK = /^kubernetes:traefik\.io\/v1alpha1:(IngressRoute|Middleware|TraefikService)$/;
const STACK = "pulumi:pulumi:Stack::kecs-test";

const run = (plan: ProgramPlan, preview = false): Promise<Deployment> =>
  deploy(() => ({ routing: runPlan(plan).routing }), { preview });

const routingOf = ({ outputs }: Deployment): LoadBalancer =>
  outputs.get(STACK)?.["routing"] as LoadBalancer;

const sorted = (objects: readonly object[]): string[] =>
  objects.map((of) => JSON.stringify(of, order)).sort();

/** The same text for the same object, whatever the order of its keys. */
function order(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In which order rules add hosts to their listener is not recorded, and does not matter. */
function withSortedHosts(of: LoadBalancer): LoadBalancer {
  const listeners = of.listeners.map((each) => ({ ...each, hosts: each.hosts.toSorted() }));
  return { ...of, listeners };
}

/** The objects of routes; what TLS has beside them is none of `translate`. */
const registered = ({ resources }: Deployment): object[] =>
  resources
    .filter(({ type }) => TRAEFIK.test(type))
    .map(({ inputs }) => inputs as unknown as KubeObject)
    .filter(({ spec }) => !("passTLSClientCert" in spec));

describe("any program with listeners and rules", () => {
  beforeEach(() => {
    jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test("comes to its end, makes exactly the objects that its routing says, and records all of it", async () => {
    await fc.assert(
      fc.asyncProperty(programPlan, async (plan) => {
        const made = await run(plan);
        const expected = translate([routingOf(made)]);
        expect(sorted(registered(made))).toEqual(sorted(expected));
        const recorded = recordedLoadBalancers(recordsOf(made), CONNECTION).map(recordedRouting);
        expect(recorded.map(withSortedHosts)).toEqual([withSortedHosts(routingOf(made))]);
      }),
      { numRuns: 15 },
    );
  });

  test("is the same in its preview, where all of it is known", async () => {
    await fc.assert(
      fc.asyncProperty(programPlan, async (plan) => {
        const [made, preview] = [await run(plan), await run(plan, true)];
        expect(sorted(registered(preview))).toEqual(sorted(registered(made)));
        expect(routingOf(preview)).toEqual(routingOf(made));
      }),
      { numRuns: 5 },
    );
  });
});
