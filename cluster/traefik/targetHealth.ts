import { labels, NAMESPACE } from "../../core/labels";
import { PLUGIN } from "../../core/lb/traefikObjects/plugin";

const NAME = "kecs-target-health";
const LABELS = labels("target-health");

/** What checks the targets of all target groups: the plugin, as long as Traefik has a route with it. */
export function targetHealthMiddleware() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "Middleware",
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: { plugin: { [PLUGIN]: { mode: "targetHealth" } } },
  };
}

/**
 * A route of its own, on the entry point that nothing but the node reaches: a Traefik whose plugin
 * does not know the mode yet loses this route alone during an update.
 */
export function targetHealthRoute() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    spec: {
      entryPoints: ["traefik"],
      routes: [
        {
          kind: "Rule",
          match: "Path(`/kecs-target-health`)",
          priority: 2000,
          middlewares: [{ name: NAME }],
          services: [{ kind: "TraefikService", name: "ping@internal" }],
        },
      ],
    },
  };
}
