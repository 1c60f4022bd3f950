import { homedir } from "node:os";
import { join } from "node:path";
import { instanceName } from "../../core/instanceName";

type Variables = Readonly<Record<string, string | undefined>>;

/** The folder that KECS keeps its files in: downloads, and the kubeconfig of each instance. */
export function cacheFolder(env: Variables): string {
  const own = env["KECS_CACHE_DIR"] ?? "";
  if (own !== "") return own;
  const shared = env["XDG_CACHE_HOME"] ?? "";
  return join(shared === "" ? join(homedir(), ".cache") : shared, "kecs");
}

/** Where `kecs start` puts an instance's kubeconfig. */
export function kubeconfigFile(env: Variables, instance: string): string {
  return join(instanceFolder(env, instance), "kubeconfig");
}

/** @throws KecsError KECS1001 where the text is not the name of an instance */
export function instanceFolder(env: Variables, instance: string): string {
  return join(cacheFolder(env), "instances", instanceName(instance));
}

/** Where a Pulumi CLI is installed on a machine that lacks one. */
export function pulumiFolder(env: Variables): string {
  return join(cacheFolder(env), "pulumi");
}
