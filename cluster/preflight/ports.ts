import type { PortPlan } from "../../core/ports/plan";
import { problem, type Issue } from "../../core/validate";
import type { ClusterState } from "../k3d/probe";
import { publishAddresses } from "../k3d/portMappings";
import { portError } from "./freePort";
import { portOwner } from "./portOwner";

/** An issue for each local port of the plan that someone else holds. */
export async function checkPorts(plan: PortPlan, found: ClusterState): Promise<Issue[]> {
  const isOpen = found.kind === "absent" || found.balancerRunning;
  const own = new Set(isOpen ? found.published : []);
  const checks = publishAddresses(plan.bindAddress).flatMap((address) =>
    plan.slots
      .filter((slot) => !own.has(`${address}:${slot.localPort}:${slot.nodePort}`))
      .map(async (slot) => ({ slot, address, error: await portError(address, slot.localPort) })),
  );
  const taken = (await Promise.all(checks)).filter(({ error }) => error !== undefined);
  const setting = { http: "httpPort", https: "httpsPort", range: "portRangeStart" } as const;
  return Promise.all(
    taken.map(async ({ slot, address, error }) => {
      const path = setting[slot.role];
      return error === "EADDRINUSE"
        ? problem(
            "KECS2006",
            path,
            `local port ${slot.localPort} is taken by ${await portOwner(slot.localPort)}`,
            `stop it, or choose other ports: pulumi config set kecs:${path} <port>`,
          )
        : problem(
            "KECS2006",
            path,
            `local port ${slot.localPort} cannot be opened on ${address} (${error ?? "unknown"})`,
            `choose a port above 1023 and an address of this machine: pulumi config set kecs:${path} <port>`,
          );
    }),
  );
}
