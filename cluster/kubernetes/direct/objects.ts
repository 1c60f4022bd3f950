import { contentOf, type ApiServer } from "./apiServer";

/** An object as it is applied: whole, as its manifest says. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

/** What names an object. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

const PLURALS: Readonly<Record<string, string>> = {
  ConfigMap: "configmaps",
  Deployment: "deployments",
  EndpointSlice: "endpointslices",
  Event: "events",
  IngressRoute: "ingressroutes",
  IngressRouteTCP: "ingressroutetcps",
  Middleware: "middlewares",
  Pod: "pods",
  ReplicaSet: "replicasets",
  Secret: "secrets",
  ServersTransport: "serverstransports",
  Service: "services",
  TLSOption: "tlsoptions",
  TraefikService: "traefikservices",
};

/** The path of all objects of a kind in a namespace. */
export function pathOfKind(apiVersion: string, kind: string, namespace: string): string {
  const plural = PLURALS[kind];
  if (plural === undefined) throw new RangeError(`no path is known for ${kind}`);
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${group}/namespaces/${namespace}/${plural}`;
}

export function pathOf({ apiVersion, kind, namespace, name }: ObjectName): string {
  return `${pathOfKind(apiVersion, kind, namespace)}/${name}`;
}

/** Makes an object what its manifest says, whoever had a part of it before; gives it back whole. */
export async function applyObject<T>(
  server: ApiServer,
  manifest: Manifest,
  manager: string,
): Promise<T> {
  const { apiVersion, kind, metadata } = manifest;
  const path = pathOf({ apiVersion, kind, ...metadata });
  const answer = await server.ask({
    method: "PATCH",
    path: `${path}?fieldManager=${manager}&force=true`,
    body: manifest,
    // JSON is YAML.
    contentType: "application/apply-patch+yaml",
  });
  return contentOf<T>(answer, `${kind} "${metadata.name}" could not be applied`);
}

/** Removes an object; one that is not there is removed. */
export async function removeObject(server: ApiServer, of: ObjectName): Promise<void> {
  const answer = await server.ask({
    method: "DELETE",
    path: pathOf(of),
    body: { kind: "DeleteOptions", apiVersion: "v1", propagationPolicy: "Background" },
  });
  if (answer.status !== 404) contentOf(answer, `${of.kind} "${of.name}" could not be removed`);
}
