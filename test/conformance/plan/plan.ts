import type { AlbFixture, Fixture, ListenerFixture, TargetGroupFixture } from "../caseFile";

/** What a fixture that belongs to a described case can say besides. */
export interface PlannedListener extends ListenerFixture {
  /** Name that the listener's own certificate is for. */
  readonly certificate?: string;
  readonly sslPolicy?: string;
  readonly mutualAuthentication?: string;
}

export interface PlannedAlb extends AlbFixture {
  readonly listeners: readonly PlannedListener[];
}

export interface PlannedGroup extends TargetGroupFixture {
  /** Whether a case changes it, so that no other one can share it. */
  readonly isOwn?: boolean;
}

export interface PlannedFixture extends Fixture {
  readonly albs: readonly PlannedAlb[];
  readonly targetGroups: Readonly<Record<string, PlannedGroup>>;
}

/** Everything that a run needs in its instance, by the name of the fixture. */
export type Plan = Readonly<Record<string, PlannedFixture>>;

/** A load balancer of the runner itself, to be asked what the cluster sees of this machine. */
export const PROBE = "conformance-probe";

export const probeFixture: PlannedFixture = {
  albs: [
    {
      name: PROBE,
      listeners: [
        { port: 80, protocol: "HTTP", defaultActions: forwardTo("one") },
        { port: 443, protocol: "HTTPS", defaultActions: forwardTo("one") },
      ],
    },
  ],
  targetGroups: { one: { targets: ["echo-1"] } },
};

export function forwardTo(...names: readonly string[]): ListenerFixture["defaultActions"] {
  return [{ type: "forward", targetGroups: names.map((name) => ({ name })) }];
}

/** Why the fixtures cannot stand beside each other; empty where they can. */
export function clashes(plan: Plan): string[] {
  const owners = new Map<string, string>();
  const found: string[] = [];
  const claim = (what: string, fixture: string): void => {
    const owner = owners.get(what);
    if (owner === undefined) owners.set(what, fixture);
    else if (owner !== fixture) found.push(`${what} is in the fixtures ${owner} and ${fixture}`);
  };
  for (const [fixture, { albs }] of Object.entries(plan)) {
    for (const { name, hostnames = [], catchAll = false } of albs) {
      claim(`the load balancer "${name}"`, fixture);
      for (const host of hostnames) claim(`the host name "${host.toLowerCase()}"`, fixture);
      if (catchAll) claim("a load balancer that catches all hosts", fixture);
    }
  }
  return found;
}
