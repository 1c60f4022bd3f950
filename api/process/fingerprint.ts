import type { Connection } from "../../core/connection";
import { digest } from "../../core/naming";

/** What an API is made of. */
export interface ApiParts {
  readonly connection: Connection;
  /** Credentials of the cluster, YAML. */
  readonly kubeconfig: string;
  /** Tells one build of this package from another. */
  readonly code: string;
  /** Whether what AWS refuses is refused here as well. */
  readonly isStrict: boolean;
}

/** What stays the same for as long as a running API is the one that would be started now. */
export function fingerprint({ connection, kubeconfig, code, isStrict }: ApiParts): string {
  // Another cluster has another authority and another port; the user's own key may be renewed.
  const cluster = kubeconfig.match(/^\s*(certificate-authority-data|server): \S+$/gm) ?? [];
  return digest(
    JSON.stringify([code, connection, isStrict, cluster.map((line) => line.trim())]),
    16,
  );
}
