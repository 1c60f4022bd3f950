import { labels, NAMESPACE, SKIP_AWAIT } from "../../labels";
import { digest, kubernetesName } from "../../naming";
import { LOCAL_INTERVAL_SECONDS, TIMEOUT_SECONDS, UNHEALTHY_THRESHOLD } from "./healthDefaults";
import { healthProbe, type Checked } from "./healthProbe";
import type { HostTarget } from "./hostTarget";
import { HEALTH_CHECK_ANNOTATION, type TargetHealthCheck } from "./targetHealth";

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

/**
 * The target group: a Service without a load balancer of its own; Traefik talks to the pods. They
 * are reached on the container port of its name unless that port has only its number.
 */
export function targetGroupManifest(
  name: string,
  port: number,
  check: TargetHealthCheck,
  targetPort: number | string = targetPortName(name),
) {
  return {
    metadata: {
      name: targetGroupService(name),
      namespace: NAMESPACE,
      labels: labels("target-group", { "kecs.dev/target-group": name }),
      // Without targets it is complete as well; the services behind it wait for their tasks.
      annotations: { ...SKIP_AWAIT, [HEALTH_CHECK_ANNOTATION]: JSON.stringify(check) },
    },
    spec: {
      type: "ClusterIP",
      selector: { [targetGroupLabel(name)]: "true" },
      ports: [{ name: TARGET_PORT_NAME, port, targetPort, protocol: "TCP" }],
    },
  };
}

/** Who keeps a slice: Kubernetes puts the Service's own labels on those that it keeps itself. */
export const SLICE_KEEPER_LABEL = "endpointslice.kubernetes.io/managed-by";
export const SLICE_KEEPER = "kecs.dev";

/** A process as a target, beside the slices of tasks that Kubernetes itself keeps. */
export function hostTargetManifest(group: string, target: HostTarget) {
  return {
    metadata: {
      name: kubernetesName(`tg-${group}-${target.host}`),
      namespace: NAMESPACE,
      labels: labels("target", {
        "kecs.dev/target-group": group,
        "kubernetes.io/service-name": targetGroupService(group),
        [SLICE_KEEPER_LABEL]: SLICE_KEEPER,
      }),
    },
    addressType: "IPv4",
    // The name joins it to the Service's port; the number is the target's own.
    ports: [{ name: TARGET_PORT_NAME, port: target.port, protocol: "TCP" }],
  };
}

/** Nothing checks a process: it is ready for as long as it is a target. */
export function hostEndpoints(address: string) {
  return [{ addresses: [address], conditions: { ready: true } }];
}

/**
 * What Kubernetes itself checks of a task: gRPC's health service, or whether it accepts
 * connections. None where the load balancer checks, or nobody.
 */
export function readinessProbe(group: Checked, containerPort: number) {
  const { healthCheck: check = {} } = group;
  const { by } = healthProbe(group);
  if (by === "nothing" || by === "http") return undefined;
  const given = check.port ?? "traffic-port";
  const port = given === "traffic-port" ? containerPort : Number(given);
  return {
    ...(by === "grpc" ? { grpc: { port } } : { tcpSocket: { port } }),
    periodSeconds: check.interval ?? LOCAL_INTERVAL_SECONDS,
    timeoutSeconds: check.timeout ?? TIMEOUT_SECONDS,
    failureThreshold: check.unhealthyThreshold ?? UNHEALTHY_THRESHOLD,
    successThreshold: 1,
  };
}
