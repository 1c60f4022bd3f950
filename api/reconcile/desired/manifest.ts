import type { Manifest } from "../../../cluster/kubernetes/direct/objects";
import { OWNER_LABEL } from "../../../core/records/manifest";

/**
 * In which order objects are made: what others refer to first, so that a host answers completely or not
 * at all. Objects go the other way round. Those of one stage do not need each other.
 */
export const STAGES = ["targets", "parts", "weights", "routes", "roots"] as const;
export type Stage = (typeof STAGES)[number];

/** An object that the records say there is. */
export interface Desired {
  readonly stage: Stage;
  readonly manifest: Manifest;
}

/** An object with the label by which the API finds those that it made. */
export function desired<M extends Manifest>(stage: Stage, manifest: M): Desired {
  const { metadata } = manifest;
  return {
    stage,
    manifest: {
      ...manifest,
      metadata: { ...metadata, labels: { ...metadata.labels, [OWNER_LABEL]: "api" } },
    },
  };
}
