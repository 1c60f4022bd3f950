import { DRAIN_CONTAINER } from "../pod/drain";

/**
 * A program that cannot do its work mostly ends within seconds, and by itself Kubernetes takes a
 * container for ready as soon as it has started.
 */
const UNCHECKED_SECONDS = 10;

/** A pod's containers, as far as they say whether anything checks them. */
interface CheckedPod {
  readonly initContainers: readonly { readonly name: string }[];
  readonly containers: readonly { readonly name: string }[];
  readonly readinessGates?: readonly unknown[];
}

/** Seconds that a task has to have run before it counts as running: none where a check decides. */
export function settlingSeconds({
  initContainers,
  containers,
  readinessGates,
}: CheckedPod): number {
  if (readinessGates !== undefined) return 0;
  const isChecked = [...initContainers, ...containers].some(
    (container) => container.name !== DRAIN_CONTAINER && "readinessProbe" in container,
  );
  return isChecked ? 0 : UNCHECKED_SECONDS;
}
