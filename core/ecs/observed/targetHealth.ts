import { conditionOf, type Condition } from "./kubernetesObjects";

/** A task as far as it tells the health that its target groups find it to have. */
export interface GatedPod {
  readonly spec?: { readonly readinessGates?: readonly { readonly conditionType: string }[] };
  readonly status?: { readonly conditions?: readonly Condition[] };
}

/** The health of a task in one target group. */
export interface TargetHealth {
  /** The readiness gate of the target group, which is its label as well. */
  readonly gate: string;
  readonly group: string;
  readonly state: "initial" | "healthy" | "unhealthy";
  /** What is wrong with an unhealthy one, as a clause. */
  readonly message: string;
}

const GATE = "kecs.dev/tg-";

/**
 * The health of a task in each of its target groups. A target can be ready for Kubernetes and
 * unhealthy all the same: where no target of a group is healthy, all of them get the requests.
 */
export function targetHealths({ spec, status }: GatedPod): TargetHealth[] {
  return (spec?.readinessGates ?? [])
    .filter(({ conditionType }) => conditionType.startsWith(GATE))
    .map(({ conditionType }) => {
      const { reason = "", message = "" } = conditionOf(status?.conditions, conditionType) ?? {};
      const state = stateOf(reason);
      return { gate: conditionType, group: conditionType.slice(GATE.length), state, message };
    });
}

/** The reasons are those of the plugin in Traefik. */
function stateOf(reason: string): TargetHealth["state"] {
  if (reason === "Healthy") return "healthy";
  return reason.startsWith("Unhealthy") ? "unhealthy" : "initial";
}

/** `target group web: answers 404 instead of 200`, of the first that does not find it healthy. */
export function targetFault(pod: GatedPod): string | undefined {
  const healths = targetHealths(pod).filter(({ state }) => state !== "healthy");
  const fault = healths.find(({ state }) => state === "unhealthy") ?? healths[0];
  if (fault === undefined) return undefined;
  const { group, message } = fault;
  return `target group ${group}: ${message === "" ? "the first check is not over" : message}`;
}
