import { problem } from "../../../core/validate";
import { openField, refuseShown } from "../../base/openField";
import { report } from "../../base/validated";
import { isPending } from "../../inputs/inputs";
import type { EcsTaskArgs } from "./args";

/**
 * Arguments without a secret, which would make all of the component's outputs secret. Overrides stand in
 * the pod, where everybody who sees the task sees them, so a secret one is refused; of triggers the
 * cluster has a digest alone.
 */
export function openArguments(args: EcsTaskArgs, path: string): EcsTaskArgs {
  const overrides = openField(args.overrides, refuseShown(`${path}.overrides`, "its overrides"));
  const triggers = openField(args.triggers, () => undefined);
  return {
    ...args,
    ...(overrides === undefined ? {} : { overrides }),
    ...(triggers === undefined ? {} : { triggers }),
  };
}

/** How many tasks there are, at once: each of them is a resource. */
export function plainCount({ count }: EcsTaskArgs, path: string): number {
  if (isPending(count)) {
    const message = "is not a plain number, and decides which resources there are";
    report([problem("KECS1024", `${path}.count`, message, "pass a plain number")]);
  }
  return typeof count === "number" ? count : 1;
}
