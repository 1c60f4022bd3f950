import { portsText } from "../../cluster/k3d/instances";
import type { ListedInstance } from "../../cluster/k3d/listInstances";
import { table } from "../ui/table";
import { age } from "./age";

const HEAD = ["INSTANCE", "STATE", "STACK", "PROJECT", "PORTS", "UP", "MEMORY"];

/** A row for each instance, and below one that is damaged the reason. */
export function listText(instances: readonly ListedInstance[], now: number): string {
  if (instances.length === 0) return "no instances";
  const [head = "", ...lines] = table(
    HEAD,
    instances.map((of) => rowOf(of, now)),
  ).split("\n");
  const body = lines.flatMap((line, i) => {
    const reason = instances[i]?.reason ?? "";
    return reason === "" ? [line] : [line, `  ${reason}`];
  });
  return [head, ...body].join("\n");
}

function rowOf(of: ListedInstance, now: number): string[] {
  const { instance, state, owner, hasStack, startedAt, memoryBytes } = of;
  const ports = [of.httpPort, of.httpsPort].flatMap((port) => (port === null ? [] : String(port)));
  const range = portsText(of.rangePorts);
  return [
    instance,
    state,
    owner === null ? "?" : hasStack === false ? `${owner.stack} (gone)` : owner.stack,
    owner?.project ?? "?",
    [...ports, ...(range === "" ? [] : [range])].join(", "),
    startedAt === null ? "" : age(now - Date.parse(startedAt)),
    memoryBytes === null ? "" : `${Math.round(memoryBytes / 2 ** 20)} MiB`,
  ];
}
