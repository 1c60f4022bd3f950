import { homedir } from "node:os";
import { join } from "node:path";

/** Where a kubeconfig is looked for when a provider names none. */
export function ambientKubeconfig(env: NodeJS.ProcessEnv): string {
  return env["KUBECONFIG"]?.split(":")[0] || join(homedir(), ".kube", "config");
}
