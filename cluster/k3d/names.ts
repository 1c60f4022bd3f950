import { instanceName } from "../../core/instanceName";

/**
 * The label that says which creation of a cluster a container belongs to. Clusters that exist have it by
 * this key, and the file of the repair id by its path; the scripts and their variables, `KECS_EPOCH` and
 * `KECS_GENERATION`, are inputs of Commands, which each update would change. So these four texts stay.
 */
export const CLUSTER_IDENTIFIER_LABEL = "kecs.dev/epoch";
/** The label that says whose cluster it is: project/stack@backend. */
export const OWNER_LABEL = "kecs.dev/owner";
/** The label that holds the number of agents that a cluster was created with. */
export const AGENTS_LABEL = "kecs.dev/agents";

/**
 * k3d's name of an instance's cluster. Every other name is made of it.
 *
 * @throws KecsError KECS1001 where the text is not the name of an instance
 */
export function clusterName(instance: string): string {
  return `kecs-${instanceName(instance)}`;
}

/** The kubeconfig's context of an instance, as k3d names it. */
export function contextName(instance: string): string {
  return `k3d-${clusterName(instance)}`;
}

/** The container of the first node. */
export function serverContainer(instance: string): string {
  return `k3d-${clusterName(instance)}-server-0`;
}

/** The container of k3d's load balancer, which publishes the local ports. */
export function loadBalancerContainer(instance: string): string {
  return `k3d-${clusterName(instance)}-serverlb`;
}
