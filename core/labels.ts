/** The namespace of load balancers, target groups and tasks. */
export const NAMESPACE = "kecs";
/** The namespace of the global Traefik. */
export const SYSTEM_NAMESPACE = "kecs-system";
/** Finds the pods of Traefik there. */
export const TRAEFIK_SELECTOR = { "app.kubernetes.io/name": "traefik" } as const;

/** Labels of every object that KECS makes, by which `kecs status` and people find them. */
export function labels(component: string, extra: Readonly<Record<string, string>> = {}) {
  return {
    "app.kubernetes.io/managed-by": "kecs",
    "app.kubernetes.io/component": component,
    ...extra,
  };
}

/** Tells Pulumi's Kubernetes provider not to wait: something else knows when the object serves. */
export const SKIP_AWAIT = { "pulumi.com/skipAwait": "true" } as const;
