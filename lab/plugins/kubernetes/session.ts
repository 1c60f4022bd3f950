import type { EngineLog } from "../shared/engineLog";
import { NotSupportedError } from "../shared/unary";
import { typeOf } from "../shared/provider";

import type { Cluster } from "./cluster";
import type { ProviderSettings } from "./providerSettings";

/** What every operation of a configured provider works with. */
export interface Session {
  readonly settings: ProviderSettings;
  readonly log: EngineLog;
  readonly signal: AbortSignal;
  readonly defaultNamespace: string;
  /** The cluster, or why there is none. */
  readonly reach:
    { readonly cluster: Cluster } | { readonly cluster: undefined; readonly reason: string };
}

/** The cluster, for operations that cannot do without. */
export function clusterOf({ reach }: Session): Cluster {
  if (reach.cluster === undefined) {
    throw new Error(`configured Kubernetes cluster is unreachable: ${reach.reason}`);
  }
  return reach.cluster;
}

/** Refuses the types of resources that are more than one object. */
export function requireObject(urn: string): void {
  const type = typeOf(urn);
  const kind = type.split(":").at(-1) ?? "";
  if (type.startsWith("kubernetes:helm.sh/")) throw new NotSupportedError("kubernetes", type);
  if (kind.endsWith("Patch"))
    throw new NotSupportedError("kubernetes", `patch resources (${type})`);
  if (kind.endsWith("List")) {
    throw new Error(
      "list resources exist for compatibility with YAML manifests and Helm charts, and cannot " +
        "be created directly. Use the underlying resource type instead",
    );
  }
}
