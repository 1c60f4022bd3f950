import { devNull } from "node:os";
import { isOurs, type Claim } from "./owner";
import { probeCluster } from "./probe";
import { run } from "../process/run";
import { getKubeconfig } from "./argv";
import { writeKubeconfig } from "./kubeconfig";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Writes the kubeconfig of the cluster that is there: a plain `pulumi up` may have made another one
 * since, and a start that failed later has made one as well. Where there is none, or it is another
 * stack's, or neither Docker nor k3d tells, the file stays as it is.
 */
export async function refreshKubeconfig(
  env: Variables,
  instance: string,
  claim: Claim,
): Promise<void> {
  const found = await probeCluster(instance).catch(() => undefined);
  if (found?.kind !== "present" || !isOurs(found, claim)) return;
  const got = await run(getKubeconfig(instance), { env: { KUBECONFIG: devNull } });
  if (got.code === 0 && got.stdout.trim() !== "") await writeKubeconfig(env, instance, got.stdout);
}
