import { contentOf, type ApiServer } from "../../cluster/kubernetes/direct/apiServer";
import {
  applyObject,
  pathOfKind,
  removeObject,
  type Manifest,
  type ObjectName,
} from "../../cluster/kubernetes/direct/objects";
import { RouteBarrier } from "../../cluster/traefik/routeBarrier";
import { NAMESPACE, SYSTEM_NAMESPACE } from "../../core/labels";
import { OWNER_LABEL, RECORD_LABEL } from "../../core/records/manifest";
import type { Objects } from "../reconcile/reconciler";
import { FIELD_MANAGER } from "../store/clusterStore";

const TRAEFIK = "traefik.io/v1alpha1";

/** The kinds of objects that the API makes, and where. */
const KINDS: readonly (readonly [apiVersion: string, kind: string, namespace?: string])[] = [
  ["v1", "Service"],
  ["v1", "Service", SYSTEM_NAMESPACE],
  ["discovery.k8s.io/v1", "EndpointSlice"],
  ["apps/v1", "Deployment"],
  [TRAEFIK, "ServersTransport"],
  [TRAEFIK, "Middleware"],
  [TRAEFIK, "TLSOption"],
  [TRAEFIK, "TraefikService"],
  [TRAEFIK, "IngressRoute"],
  [TRAEFIK, "IngressRouteTCP"],
];

interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string; readonly ownerReferences?: readonly object[] };
  }[];
}

/** The objects that the API makes in an instance's cluster. */
export class ClusterObjects implements Objects {
  private readonly barrier: RouteBarrier;

  constructor(
    private readonly server: ApiServer,
    run: string,
    private readonly tell: (warning: string) => void,
  ) {
    this.barrier = new RouteBarrier(server, FIELD_MANAGER, run);
  }

  async apply(manifest: Manifest): Promise<void> {
    await applyObject(this.server, manifest, FIELD_MANAGER);
  }

  remove(of: ObjectName): Promise<void> {
    return removeObject(this.server, of);
  }

  async listOwn(): Promise<readonly ObjectName[]> {
    const selector = encodeURIComponent(`${OWNER_LABEL}=api,!${RECORD_LABEL}`);
    const lists = await Promise.all(
      KINDS.map(async ([apiVersion, kind, namespace = NAMESPACE]) => {
        const path = `${pathOfKind(apiVersion, kind, namespace)}?labelSelector=${selector}`;
        const answer = await this.server.ask({ method: "GET", path });
        const { items } = contentOf<Listed>(answer, `the list of ${kind}`);
        // Kubernetes puts a Service's own labels on the slices that it keeps for it.
        return items
          .filter(({ metadata: { ownerReferences = [] } }) => ownerReferences.length === 0)
          .map(({ metadata: { name } }) => ({ apiVersion, kind, namespace, name }));
      }),
    );
    return lists.flat();
  }

  async served(): Promise<void> {
    if (await this.barrier.pass()) return;
    this.tell("Traefik has not taken up a change within five seconds: kecs status shows why");
  }
}
