import { labels, NAMESPACE, SKIP_AWAIT, SYSTEM_NAMESPACE } from "../../core/labels";
import { METADATA_ENTRY_POINT, METADATA_PORT } from "./staticConfig";
import { PLUGIN } from "../../core/lb/traefikObjects/plugin";

const NAME = "ecs-metadata";
const LABELS = labels("metadata");

/** The way from the tasks to Traefik's entry point for metadata; no port of the machine leads to it. */
export function metadataService(selector: Readonly<Record<string, string>>) {
  return {
    metadata: {
      name: NAME,
      namespace: SYSTEM_NAMESPACE,
      labels: LABELS,
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      type: "ClusterIP",
      selector: { ...selector },
      ports: [{ name: "http", port: 80, targetPort: METADATA_PORT, protocol: "TCP" }],
    },
  };
}

/** What answers tasks: the plugin. */
export function metadataMiddleware() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "Middleware",
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: { plugin: { [PLUGIN]: { mode: "metadata" } } },
  };
}

export function metadataRoute() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: {
      entryPoints: [METADATA_ENTRY_POINT],
      routes: [
        {
          kind: "Rule",
          match: "PathPrefix(`/v4/`)",
          middlewares: [{ name: NAME }],
          // A route has to have one; the middleware lets nothing through to it.
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    },
  };
}
