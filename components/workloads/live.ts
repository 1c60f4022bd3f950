import { lookup, publish } from "../internal/program";
import { ask, itemsOf } from "./ask";
import type { Deployment, Job } from "./kubernetesObjects";

/** The Deployments and Jobs of an instance, by kind and name, such as `Deployment/main-web`. */
export type LiveObjects = ReadonlyMap<string, Deployment | Job>;

interface Live {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * What runs before the program changes anything, asked once in each run of a program. A cluster that
 * is not there or does not answer has nothing.
 */
export function liveObjects(instance: string): Promise<LiveObjects> {
  const key = `live objects of ${instance}`;
  const present = lookup<Promise<LiveObjects>>(key);
  if (present !== undefined) return present;
  const fresh = look(instance);
  publish(key, fresh);
  return fresh;
}

async function look(instance: string): Promise<LiveObjects> {
  const answer = await ask(instance, ["get", "deployments,jobs", "-o", "json"]);
  const items = itemsOf<Live & (Deployment | Job)>(answer) ?? [];
  return new Map(items.map((item) => [`${item.kind}/${item.metadata.name}`, item]));
}
