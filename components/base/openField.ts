import { problem } from "../../core/validate";
import { plainValue } from "../inputs/inputs";
import { resolveWithSecrets } from "../inputs/resolveWithSecrets";
import { report } from "./validated";

/**
 * An argument whose secrets make no output of the component secret. They are shown to `look`, which may
 * refuse them. Undefined where the argument is plain, and holds none.
 */
export function openField<T>(
  given: T,
  look: (secrets: readonly string[]) => void,
): Exclude<T, undefined> | undefined {
  if (given === undefined || plainValue(given) !== undefined) return undefined;
  const opened = resolveWithSecrets<unknown>(given).apply(({ value, secrets }) => {
    look(secrets);
    return value;
  });
  return opened as Exclude<T, undefined>;
}

/**
 * Refuses secrets of what stands in a task's pod.
 *
 * @param shown what everybody sees who sees a task
 */
export function refuseShown(path: string, shown: string): (secrets: readonly string[]) => void {
  return (secrets) => {
    report(
      [...new Set(secrets)].map((secret) =>
        problem(
          "KECS1013",
          secret === "" ? path : `${path}.${secret}`,
          `is secret, and everybody who sees a task sees ${shown}`,
          "put it into secretValues of the task definition, or pass it with pulumi.unsecret",
        ),
      ),
    );
  };
}
