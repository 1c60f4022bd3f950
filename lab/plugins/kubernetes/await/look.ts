import type { Cluster } from "../cluster";
import { apiVersionOf, kindOf, listAt, nameOf, namespaceOf, ownedBy, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { deploymentVerdict } from "./deploymentVerdict";
import { jobVerdict } from "./jobVerdict";
import { podVerdict } from "./podVerdict";
import { daemonSetVerdict, statefulSetVerdict } from "./rolloutVerdict";
import { EndpointsWatch } from "./endpointsWatch";
import { serviceVerdict, waitsForPods } from "./serviceVerdict";
import { claimVerdict, ingressVerdict, volumeVerdict } from "./simpleVerdicts";
import type { Verdict } from "./verdict";

/** Looks at a live object, and at what belongs to it, and says how it stands. */
export type Look = (live: KubeObject) => Promise<Verdict>;

async function ownedPods(cluster: Cluster, owner: KubeObject): Promise<KubeObject[]> {
  const pods = await cluster.list("v1", "Pod", namespaceOf(owner));
  return pods.filter((pod) => ownedBy(pod, owner));
}

function claimNames(deployment: KubeObject): string[] {
  return listAt(deployment, "spec", "template", "spec", "volumes")
    .map((volume) => textAt(volume, "persistentVolumeClaim", "claimName"))
    .filter((name) => name !== "");
}

async function lookAtDeployment(cluster: Cluster, live: KubeObject): Promise<Verdict> {
  const namespace = namespaceOf(live);
  const names = claimNames(live);
  const [replicaSets, pods, claims] = await Promise.all([
    cluster.list("apps/v1", "ReplicaSet", namespace),
    cluster.list("v1", "Pod", namespace),
    names.length === 0 ? [] : cluster.list("v1", "PersistentVolumeClaim", namespace),
  ]);
  return deploymentVerdict(live, {
    replicaSets,
    pods,
    claims: claims.filter((claim) => names.includes(nameOf(claim))),
  });
}

async function lookAtClaim(cluster: Cluster, live: KubeObject, isNew: boolean): Promise<Verdict> {
  const storageClass = textAt(live, "spec", "storageClassName");
  const found =
    storageClass === ""
      ? undefined
      : (await cluster.list("storage.k8s.io/v1", "StorageClass", "")).find(
          (item) => nameOf(item) === storageClass,
        );
  return claimVerdict(live, textAt(found, "volumeBindingMode"), isNew);
}

/**
 * The look at objects of one kind; undefined for kinds that are ready as soon as they exist.
 * `settleSeconds` is how long the endpoints of a Service have to stay as they are.
 */
export function lookFor(
  cluster: Cluster,
  object: KubeObject,
  options: { readonly isNew: boolean; readonly settleSeconds: number },
): Look | undefined {
  switch (`${apiVersionOf(object)}/${kindOf(object)}`) {
    case "apps/v1/Deployment":
      return (live) => lookAtDeployment(cluster, live);
    case "apps/v1/DaemonSet":
      return async (live) => daemonSetVerdict(live, await ownedPods(cluster, live));
    case "apps/v1/StatefulSet":
      return async (live) => statefulSetVerdict(live, await ownedPods(cluster, live));
    case "batch/v1/Job":
      return async (live) => jobVerdict(live, await ownedPods(cluster, live));
    case "v1/Pod":
      return (live) => Promise.resolve(podVerdict(live));
    case "v1/Service": {
      const watch = new EndpointsWatch(cluster, options.settleSeconds);
      return async (live) =>
        serviceVerdict(
          live,
          waitsForPods(live) ? await watch.look(live) : { endpoints: undefined, settled: true },
        );
    }
    case "v1/PersistentVolumeClaim":
      return (live) => lookAtClaim(cluster, live, options.isNew);
    case "v1/PersistentVolume":
      return (live) => Promise.resolve(volumeVerdict(live));
    case "networking.k8s.io/v1/Ingress":
      return (live) => Promise.resolve(ingressVerdict(live));
    default:
      return undefined;
  }
}
