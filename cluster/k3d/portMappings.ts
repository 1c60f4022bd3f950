import type { PortPlan } from "../../core/ports/plan";

const LOOPBACK = "127.0.0.1";
const ANY = "0.0.0.0";

/**
 * The addresses to publish on: the one that the user chose, and loopback beside it where it would
 * not be covered, since the printed URLs lead there.
 */
export function publishAddresses(bindAddress: string): string[] {
  return bindAddress === ANY || bindAddress === LOOPBACK ? [bindAddress] : [LOOPBACK, bindAddress];
}

/** One `address:localPort:nodePort` for every published port, as Docker knows them. */
export function portMappings(plan: PortPlan): string[] {
  return publishAddresses(plan.bindAddress).flatMap((address) =>
    plan.slots.map((slot) => `${address}:${slot.localPort}:${slot.nodePort}`),
  );
}

/** The same with neighbouring ports joined to ranges, as k3d's configuration takes them. */
export function portMappingRanges(plan: PortPlan): string[] {
  return publishAddresses(plan.bindAddress).flatMap((address) =>
    runs(plan).map(({ localPort, nodePort, length }) =>
      length === 1
        ? `${address}:${localPort}:${nodePort}`
        : `${address}:${localPort}-${localPort + length - 1}:${nodePort}-${nodePort + length - 1}`,
    ),
  );
}

interface Run {
  readonly localPort: number;
  readonly nodePort: number;
  length: number;
}

function runs(plan: PortPlan): Run[] {
  const found: Run[] = [];
  for (const { localPort, nodePort } of plan.slots) {
    const last = found.at(-1);
    if (
      last !== undefined &&
      last.localPort + last.length === localPort &&
      last.nodePort + last.length === nodePort
    ) {
      last.length += 1;
    } else {
      found.push({ localPort, nodePort, length: 1 });
    }
  }
  return found;
}
