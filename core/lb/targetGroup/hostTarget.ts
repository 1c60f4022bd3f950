import { BlockList, isIPv4 } from "node:net";
import { problem, type Issue } from "../../validate";

/** A process that joins a target group by an address instead of being a task. */
export interface HostTarget {
  /** An IPv4 address, or `localhost` for this machine, however it was written. */
  readonly host: string;
  readonly port: number;
}

export const THIS_MACHINE = "localhost";

const HERE = [THIS_MACHINE, "127.0.0.1", "host"];
/** What Kubernetes takes as no target's address: none, loopback, link-local, multicast and above. */
const UNUSABLE = new BlockList();
UNUSABLE.addSubnet("0.0.0.0", 8);
UNUSABLE.addSubnet("127.0.0.0", 8);
UNUSABLE.addSubnet("169.254.0.0", 16);
UNUSABLE.addSubnet("224.0.0.0", 3);
const MAX_PORT = 65535;

/** The target that `host:port` stands for, or why it stands for none. */
export function parseTarget(text: string): HostTarget | { readonly wrong: string } {
  const [, host = "", digits = ""] = /^(.*):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (host === "" || port < 1 || port > MAX_PORT) {
    return { wrong: `is not of the form host:port with a port from 1 to ${MAX_PORT}` };
  }
  if (HERE.includes(host)) return { host: THIS_MACHINE, port };
  if (!isIPv4(host)) return { wrong: "has a host that is neither localhost nor an IPv4 address" };
  return UNUSABLE.check(host)
    ? { wrong: "has an address that no target can have" }
    : { host, port };
}

/** The targets of a list that passed its checks. */
export function hostTargets(targets: readonly string[]): HostTarget[] {
  return targets.map(parseTarget).flatMap((target) => ("wrong" in target ? [] : [target]));
}

/**
 * Every target that cannot be registered. Traefik tells the targets of a Service apart by their
 * addresses alone, so a machine has one.
 */
export function validateTargets(targets: readonly string[], path: string): Issue[] {
  const seen = new Map<string, string>();
  return targets.flatMap((text, i) => {
    const refuse = (why: string, hint: string): Issue[] => [
      problem("KECS1022", `${path}[${i}]`, `"${text}" ${why}`, hint),
    ];
    const target = parseTarget(text);
    if ("wrong" in target) {
      return refuse(
        target.wrong,
        'write "localhost:3000" for a process on this machine, "192.168.1.5:3000" for another one',
      );
    }
    const present = seen.get(target.host);
    if (present !== undefined) {
      return refuse(
        `is on the same machine as "${present}"; a target group takes one process on each machine`,
        "make a second target group, and forward to both with weights",
      );
    }
    seen.set(target.host, text);
    return [];
  });
}
