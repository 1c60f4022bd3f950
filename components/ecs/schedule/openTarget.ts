import type * as pulumi from "@pulumi/pulumi";
import { problem } from "../../../core/validate";
import { report } from "../../base/validated";
import { plainValue } from "../../inputs/inputs";
import { resolveWithSecrets } from "../../inputs/resolveWithSecrets";
import type { ScheduleArgs } from "./args";

/**
 * Arguments without a secret in the target, which would make all of the component's outputs secret. Its
 * input stands in the pods, where everybody who sees a task sees it, so a secret one is refused.
 */
export function openTarget(args: ScheduleArgs, path: string): ScheduleArgs {
  const target: unknown = args.target;
  if (target === undefined || plainValue(target) !== undefined) return args;
  const opened: pulumi.Output<unknown> = resolveWithSecrets<unknown>(target).apply(
    ({ value, secrets }) => {
      report(
        [...new Set(secrets)].map((secret) =>
          problem(
            "KECS1013",
            `${path}.target${secret === "" ? "" : `.${secret}`}`,
            "is secret, and everybody who sees a task sees how it was started",
            "put it into secretValues of the task definition, or pass it with pulumi.unsecret",
          ),
        ),
      );
      return value;
    },
  );
  return { ...args, target: opened as pulumi.Output<never> };
}
