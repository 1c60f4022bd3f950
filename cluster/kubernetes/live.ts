import { kubectl, itemsOf } from "./kubectl";
import type { Deployment, Job } from "../../core/ecs/observed/kubernetesObjects";

/** The Deployments and Jobs of an instance, by kind and name, such as `Deployment/main-web`. */
export type LiveObjects = ReadonlyMap<string, Deployment | Job>;

interface Live {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** What runs in an instance. A cluster that is not there or does not answer has nothing. */
export async function listLiveObjects(instance: string): Promise<LiveObjects> {
  const answer = await kubectl(instance, ["get", "deployments,jobs", "-o", "json"]);
  const items = itemsOf<Live & (Deployment | Job)>(answer) ?? [];
  return new Map(items.map((item) => [`${item.kind}/${item.metadata.name}`, item]));
}
