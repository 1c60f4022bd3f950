import type { PortPair, PortsOutputs } from "./portsOutputs";
import { width, type PortRange } from "./range";

/** The port plan of one instance: injective from local port to NodePort. */
export interface PortPlan {
  readonly bindAddress: string;
  /** Every published port: HTTP, HTTPS, then the range in ascending order. */
  readonly slots: readonly PortSlot[];
}

/** One way in: localhost:localPort, the node's nodePort and the entry point of Traefik behind it. */
export interface PortSlot extends PortPair {
  readonly role: "http" | "https" | "range";
  /** Name of Traefik's entry point and of the Service's port. */
  readonly entryPoint: string;
}

/** What the plan is made of: the ports that the user chose or the defaults. */
export interface PortSettings {
  readonly bindAddress: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly range?: PortRange;
}

export const HTTP_NODE_PORT = 30880;
export const HTTPS_NODE_PORT = 30443;
export const RANGE_NODE_PORT = 30800;
/** Where the one slot goes whose NodePort belongs to HTTP: the first port behind the range's. */
export const MOVED_NODE_PORT = 30900;

/**
 * Lays out every way into the instance: HTTP, HTTPS and the slots of the range.
 *
 * Slot i of the range takes NodePort 30800+i. The slot that would fall on 30880, HTTP's own, takes
 * 30900. The settings must have passed `validatePorts`.
 */
export function planPorts(settings: PortSettings): PortPlan {
  const { range } = settings;
  const slots: PortSlot[] = [
    {
      role: "http",
      localPort: settings.httpPort,
      nodePort: HTTP_NODE_PORT,
      entryPoint: "alb-http",
    },
    {
      role: "https",
      localPort: settings.httpsPort,
      nodePort: HTTPS_NODE_PORT,
      entryPoint: "alb-https",
    },
  ];
  for (let i = 0; range !== undefined && i < width(range); i += 1) {
    const localPort = range.start + i;
    const usual = RANGE_NODE_PORT + i;
    const nodePort = usual === HTTP_NODE_PORT ? MOVED_NODE_PORT : usual;
    slots.push({ role: "range", localPort, nodePort, entryPoint: `alb-${localPort}` });
  }
  return { bindAddress: settings.bindAddress, slots };
}

/** The plan as a stack puts it out. */
export function portsOutputs(plan: PortPlan): PortsOutputs {
  const pairs = (role: PortSlot["role"]): PortPair[] =>
    plan.slots
      .filter((slot) => slot.role === role)
      .map(({ localPort, nodePort }) => ({ localPort, nodePort }));
  const [http, https] = [...pairs("http"), ...pairs("https")];
  if (http === undefined || https === undefined) throw new RangeError("not a port plan");
  const range = pairs("range");
  const [first, last] = [range[0], range.at(-1)];
  return {
    bindAddress: plan.bindAddress,
    http,
    https,
    ...(first === undefined || last === undefined
      ? {}
      : {
          range: {
            start: first.localPort,
            end: last.localPort,
            nodePort: first.nodePort,
            moved: range.filter(
              (pair) => pair.nodePort - first.nodePort !== pair.localPort - first.localPort,
            ),
          },
        }),
  };
}

/** What of a plan differs from the plain rule, one sentence each. */
export function planNotes(plan: PortPlan): string[] {
  return (portsOutputs(plan).range?.moved ?? []).map(
    ({ localPort, nodePort }) =>
      `local port ${localPort} uses NodePort ${nodePort}, since ${HTTP_NODE_PORT} belongs to HTTP`,
  );
}
