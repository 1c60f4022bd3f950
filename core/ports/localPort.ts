import type { PortPlan, PortSlot } from "./plan";
import { RANGE_VARIABLES } from "./range";
import { problem, type Issue } from "../validate";

/** The listener side of the question: which local port does this listener answer on? */
export interface ListenerPort {
  /** The listener's port as AWS knows it. */
  readonly port: number;
  /** The user's own choice of a local port, where there is one. */
  readonly localPort?: number | undefined;
}

/** The slot that a listener takes, or why there is none. */
export type SlotChoice = { readonly slot: PortSlot } | { readonly issue: Issue };

/**
 * Port 80 takes the HTTP slot and 443 the HTTPS slot. A port inside of the range takes its own
 * slot; any other port p takes slot p mod width. `localPort` overrides all of it.
 */
export function chooseSlot(plan: PortPlan, listener: ListenerPort, path: string): SlotChoice {
  const { port, localPort } = listener;
  const range = plan.slots.filter((slot) => slot.role === "range");

  if (localPort !== undefined) {
    const slot = plan.slots.find((candidate) => candidate.localPort === localPort);
    if (slot !== undefined) return { slot };
    return {
      issue: problem(
        "KECS1005",
        `${path}.localPort`,
        `local port "${localPort}" is not published by the instance, which has ${describe(plan)}`,
        "choose one of these ports, or make the instance's range include it",
      ),
    };
  }
  const role = port === 80 ? "http" : port === 443 ? "https" : undefined;
  const own =
    role === undefined
      ? range.find((slot) => slot.localPort === port)
      : plan.slots.find((slot) => slot.role === role);
  const slot = own ?? range[port % range.length];
  if (slot !== undefined) return { slot };
  return {
    issue: problem(
      "KECS1005",
      `${path}.port`,
      `listener port "${port}" has no local port: only 80 and 443 have one without a custom range`,
      `set portRangeStart and portRangeEnd of the instance (${Object.values(RANGE_VARIABLES).join(" and ")}), for example 9000 and 9009`,
    ),
  };
}

function describe(plan: PortPlan): string {
  const range = plan.slots.filter((slot) => slot.role === "range");
  const first = range[0];
  const last = range.at(-1);
  const fixed = plan.slots
    .filter((slot) => slot.role !== "range")
    .map((slot) => String(slot.localPort));
  return first === undefined || last === undefined
    ? fixed.join(", ")
    : [...fixed, `${first.localPort}-${last.localPort}`].join(", ");
}
