import { openField, refuseShown } from "../../base/openField";
import type { ScheduleArgs } from "./args";

/**
 * Arguments without a secret in the target, which would make all of the component's outputs secret. Its
 * input stands in the pods, where everybody who sees a task sees it, so a secret one is refused.
 */
export function openTarget(args: ScheduleArgs, path: string): ScheduleArgs {
  const target = openField(args.target, refuseShown(`${path}.target`, "how it was started"));
  return target === undefined ? args : { ...args, target };
}
