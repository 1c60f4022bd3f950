import type { Issue } from "../../core/validate";
import { missing } from "../../core/validate/missing";

/** Which object of the cluster something is. */
export interface ObjectId {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An object as the program made it. */
export interface MadeObject {
  readonly kind: string;
  readonly metadata: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    /** The cluster's own name for it; absent where the update passed over an object that never was. */
    readonly uid?: string;
  };
}

/** The kinds that requests and tasks need, as kubectl names them. */
export const LISTED_KINDS: Readonly<Record<string, string>> = {
  Deployment: "deployments.apps",
  Service: "services",
  Secret: "secrets",
  ConfigMap: "configmaps",
  EndpointSlice: "endpointslices.discovery.k8s.io",
  IngressRoute: "ingressroutes.traefik.io",
  IngressRouteTCP: "ingressroutetcps.traefik.io",
  Middleware: "middlewares.traefik.io",
  ServersTransport: "serverstransports.traefik.io",
  TLSOption: "tlsoptions.traefik.io",
  TLSStore: "tlsstores.traefik.io",
  TraefikService: "traefikservices.traefik.io",
};

/** By which the objects that KECS made are listed. */
export const LISTED_LABEL = "app.kubernetes.io/managed-by=kecs";
const [LABEL = "", VALUE = ""] = LISTED_LABEL.split("=");
/** A service tells of its own Deployment, and when. */
const SERVICE_LABEL = "kecs.dev/service";
const MOST_NAMED = 5;

/** The issue of objects that an update has made, or left as they were, and that are not there. */
export function missingObjects(
  path: string,
  made: readonly MadeObject[],
  present: readonly ObjectId[],
): Issue[] {
  const found = new Set(present.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const gone = made
    .filter(({ metadata: { uid } }) => uid !== undefined && uid !== "")
    .filter(({ kind, metadata: { labels } }) => kind in LISTED_KINDS && labels?.[LABEL] === VALUE)
    .filter(({ kind, metadata: { labels } }) => kind !== "Deployment" || !labels?.[SERVICE_LABEL])
    .filter(({ kind, metadata: { namespace = "default", name = "" } }) => {
      return !found.has(`${kind}/${namespace}/${name}`);
    })
    .map(({ kind, metadata: { name = "" } }) => `${kind} "${name}"`)
    .sort();
  if (gone.length === 0) return [];
  const more = gone.length > MOST_NAMED ? ` and ${gone.length - MOST_NAMED} more` : "";
  const verb = gone.length === 1 ? "is" : "are";
  return [
    missing(path, `${gone.slice(0, MOST_NAMED).join(", ")}${more} ${verb} not in the cluster`),
  ];
}
