import { isIPv4 } from "node:net";
import { run } from "../process/run";
import { clusterName, serverContainer } from "./names";

/** k3d's name of this machine inside of a cluster. */
const HOST_ENTRY = /^(\d+\.\d+\.\d+\.\d+)\s.*\bhost\.k3d\.internal\b/m;

/**
 * The address by which an instance's cluster reaches this machine. It can be another one after the
 * cluster was made anew, so nobody keeps it for longer than a cluster; undefined where there is none.
 */
export async function findHostAddress(instance: string): Promise<string | undefined> {
  const [hosts, network] = await Promise.all([
    run(["docker", "exec", serverContainer(instance), "cat", "/etc/hosts"]),
    run([
      "docker",
      "network",
      "inspect",
      "--format",
      "{{range .IPAM.Config}}{{.Gateway}} {{end}}",
      `k3d-${clusterName(instance)}`,
    ]),
  ]);
  // The gateway is this machine on Linux, where Docker's networks are; k3d knows of other places.
  const gateway = network.stdout.split(/\s+/).find((each) => isIPv4(each));
  return HOST_ENTRY.exec(hosts.stdout)?.[1] ?? gateway;
}
