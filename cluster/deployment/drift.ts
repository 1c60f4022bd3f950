import type { Issue } from "../../core/validate";
import { missing } from "../../core/validate/missing";
import { FAILED_ANNOTATION, FAILURE_ANNOTATION } from "../../core/ecs/observed/deploymentId";
import { deploymentOf } from "../../core/ecs/deployment/current";
import { stoppedBefore } from "../../core/ecs/deployment/messages";
import { snapshotOf, type Item, type Snapshot } from "../../core/ecs/deployment/snapshot";

/** What a service should be, as the program says. */
export interface WantedService {
  /** The component, as errors name it. */
  readonly path: string;
  /** Name of its Deployment. */
  readonly name: string;
  readonly desiredCount: number;
}

/**
 * The part of a list that is about a service; or the issue of one that the cluster does not have as
 * an update has just left it: its Deployment is gone, or asks for fewer tasks. Waiting would not
 * bring it.
 */
export function presentService(
  service: WantedService,
  items: readonly Item[],
): { readonly snapshot: Snapshot } | { readonly issue: Issue } {
  const { path, name } = service;
  const snapshot = snapshotOf(items, name);
  if (snapshot === undefined) {
    return { issue: missing(path, `its Deployment "${name}" is not in the cluster`) };
  }
  const issue = lackOf(service, snapshot);
  return issue === undefined ? { snapshot } : { issue };
}

function lackOf({ path, name, desiredCount }: WantedService, of: Snapshot): Issue | undefined {
  const { spec, metadata } = of.deployment;
  const replicas = spec.replicas ?? 1;
  if (replicas >= desiredCount) return undefined;
  const { [FAILED_ANNOTATION]: failed, [FAILURE_ANNOTATION]: why } = metadata.annotations ?? {};
  if (failed !== undefined && failed === deploymentOf(spec.template)) {
    return stoppedBefore(path, why ?? "");
  }
  return missing(
    path,
    `its Deployment "${name}" asks for "${replicas}" tasks, and the program for "${desiredCount}"`,
  );
}
