import type * as pulumi from "@pulumi/pulumi";
import { problem } from "../../../core/validate";
import { report } from "../../base/validated";
import { isPending, plainValue } from "../../inputs/inputs";
import { resolveWithSecrets } from "../../inputs/resolveWithSecrets";
import type { EcsTaskArgs } from "./args";

/**
 * Arguments without a secret, which would make all of the component's outputs secret. Overrides stand in
 * the pod, where everybody who sees the task sees them, so a secret one is refused; of triggers the
 * cluster has a digest alone.
 */
export function openArguments(args: EcsTaskArgs, path: string): EcsTaskArgs {
  return {
    ...args,
    ...open(args, "overrides", (secrets) => {
      report(
        [...new Set(secrets)].map((secret) =>
          problem(
            "KECS1013",
            `${path}.overrides${secret === "" ? "" : `.${secret}`}`,
            "is secret, and everybody who sees a task sees its overrides",
            "put it into secretValues of the task definition, or pass it with pulumi.unsecret",
          ),
        ),
      );
    }),
    ...open(args, "triggers", () => undefined),
  };
}

function open<K extends "overrides" | "triggers">(
  args: EcsTaskArgs,
  field: K,
  look: (secrets: readonly string[]) => void,
): Pick<EcsTaskArgs, K> | object {
  const given = args[field];
  if (given === undefined || plainValue(given) !== undefined) return {};
  const opened: pulumi.Output<unknown> = resolveWithSecrets<unknown>(given).apply(
    ({ value, secrets }) => {
      look(secrets);
      return value;
    },
  );
  return { [field]: opened };
}

/** How many tasks there are, at once: each of them is a resource. */
export function plainCount({ count }: EcsTaskArgs, path: string): number {
  if (isPending(count)) {
    const message = "is not a plain number, and decides which resources there are";
    report([problem("KECS1024", `${path}.count`, message, "pass a plain number")]);
  }
  return typeof count === "number" ? count : 1;
}
