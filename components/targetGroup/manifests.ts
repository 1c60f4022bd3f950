import { labels, NAMESPACE, SKIP_AWAIT } from "../internal/labels";
import { digest, kubernetesName } from "../internal/naming";
import type { HealthCheckValues } from "./validate";

/** Name of a target group's Service port. */
export const TARGET_PORT_NAME = "http";

/** Name of the Service that a target group is. */
export function targetGroupService(name: string): string {
  return kubernetesName(`tg-${name}`);
}

/** The label by which the pods of every attached service join a target group. */
export function targetGroupLabel(name: string): string {
  return `kecs.dev/${kubernetesName(`tg-${name}`)}`;
}

/**
 * Name of the container port that a target group reaches. The name, not a number, joins the two:
 * each service behind a target group may listen on a port of its own.
 */
export function targetPortName(name: string): string {
  return `tg-${digest(name, 8)}`;
}

/** The target group: a Service without a load balancer of its own; Traefik talks to the pods. */
export function targetGroupManifest(name: string, port: number) {
  return {
    metadata: {
      name: targetGroupService(name),
      namespace: NAMESPACE,
      labels: labels("target-group", { "kecs.dev/target-group": name }),
      // Without targets it is complete as well; the services behind it wait for their tasks.
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      type: "ClusterIP",
      selector: { [targetGroupLabel(name)]: "true" },
      ports: [{ name: TARGET_PORT_NAME, port, targetPort: targetPortName(name), protocol: "TCP" }],
    },
  };
}

/**
 * The health check as the readiness probe of a task. One good answer makes a new target healthy,
 * as on AWS; bad ones take it out after the threshold, and never restart it.
 */
export function readinessProbe(targetGroup: string, check: HealthCheckValues) {
  return {
    httpGet: { path: check.path ?? "/", port: targetPortName(targetGroup) },
    periodSeconds: check.interval ?? 1,
    timeoutSeconds: check.timeout ?? 5,
    failureThreshold: check.unhealthyThreshold ?? 2,
    successThreshold: 1,
  };
}
