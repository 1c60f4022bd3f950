import { problem, type Issue } from "./validate";
import { NAMESPACE, SYSTEM_NAMESPACE } from "./labels";

/** In front of the containers that KECS adds to tasks. */
const CONTAINER_PREFIX = "kecs-";
/** A task's resolver looks for `a.b` as a Service `a` of the Kubernetes namespace `b`, too. */
const KUBERNETES_NAMESPACES = [
  NAMESPACE,
  SYSTEM_NAMESPACE,
  "default",
  "kube-system",
  "kube-public",
  "kube-node-lease",
];
const CLUSTER_DOMAIN = "cluster.local";

/** The issue of a container's name that KECS keeps for its own. */
export function reservedContainer(name: string, path: string): Issue[] {
  if (!name.toLowerCase().startsWith(CONTAINER_PREFIX)) return [];
  return [
    problem(
      "KECS1034",
      path,
      `"${name}" begins with "${CONTAINER_PREFIX}", which is reserved for containers that KECS adds to tasks`,
      "choose another name",
    ),
  ];
}

/**
 * The issue of a DNS namespace in which names could take the place of the cluster's own, such as
 * `ecs-metadata.kecs-system` or `kubernetes.default`.
 */
export function reservedNamespace(name: string, path: string): Issue[] {
  const lower = name.toLowerCase();
  const [first = "", second] = lower.split(".");
  const isKubernetes =
    KUBERNETES_NAMESPACES.includes(first) && (second === undefined || second === "svc");
  const isCluster = lower === CLUSTER_DOMAIN || lower.endsWith(`.${CLUSTER_DOMAIN}`);
  if (!isKubernetes && !isCluster && !lower.endsWith(".svc") && lower !== "svc") return [];
  return [
    problem(
      "KECS1034",
      path,
      `"${name}" is a domain of the cluster itself: names in it would hide the cluster's own`,
      'choose another name, such as "myapp.local"',
    ),
  ];
}
