import type { AlbOutputs } from "../../core/outputs/contract";
import { stackRouting } from "../../core/outputs/stackRouting";
import { translate } from "../../core/lb/translate/translate";
import type { IngressRoute } from "./routeFaults";

/** The routes that a stack's load balancers have to have, whatever became of them in the cluster. */
export function expectedRoutes(albs: Readonly<Record<string, AlbOutputs>>): IngressRoute[] {
  const objects = translate(stackRouting(albs));
  return objects.filter(({ kind }) => kind === "IngressRoute");
}

/** What is in the cluster, and what should be and is not. */
export function withMissing(
  present: readonly IngressRoute[],
  expected: readonly IngressRoute[],
): IngressRoute[] {
  const names = new Set(present.map(({ metadata }) => metadata.name));
  return [...present, ...expected.filter(({ metadata }) => !names.has(metadata.name))];
}
