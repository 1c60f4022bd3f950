import type { LoadBalancer } from "../lb/model";
import type { AlbOutputs } from "./contract";

/** How the load balancers of a stack route, as far as its outputs say. */
export function stackRouting(albs: Readonly<Record<string, AlbOutputs>>): LoadBalancer[] {
  return Object.values(albs).flatMap(({ routing }) => (routing === undefined ? [] : [routing]));
}
