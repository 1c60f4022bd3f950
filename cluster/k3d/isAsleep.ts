import { run } from "../process/run";
import { loadBalancerContainer, serverContainer } from "./names";

/** Whether an instance is paused; of one that is gone, or where Docker does not tell, it is not known to be. */
export async function isAsleep(instance: string): Promise<boolean> {
  const containers = [serverContainer(instance), loadBalancerContainer(instance)];
  const format = ["--type", "container", "--format", "{{.State.Paused}}"];
  const { stdout } = await run(["docker", "inspect", ...format, ...containers]);
  return stdout.split("\n").includes("true");
}
