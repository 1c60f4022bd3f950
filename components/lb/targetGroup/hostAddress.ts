import * as pulumi from "@pulumi/pulumi";
import { findHostAddress } from "../../../cluster/k3d/hostAddress";
import { clusterName } from "../../../cluster/k3d/names";
import { problem, KecsError } from "../../../core/validate";

/** The address of this machine for an update; unknown in the preview of one that makes the cluster first. */
export async function hostAddress(instance: string, path: string): Promise<string> {
  const found = await findHostAddress(instance);
  if (found !== undefined) return found;
  // An Output that gets this from its callback is unknown as a whole.
  if (pulumi.runtime.isDryRun()) return pulumi.unknown as string;
  throw new KecsError([
    problem(
      "KECS1022",
      `${path}.targets`,
      `"${clusterName(instance)}" has no network over which it can reach this machine`,
      "start the instance first, or make the target group with the options of its KecsInstance",
    ),
  ]);
}
