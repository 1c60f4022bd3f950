import { deepEqual, isSecret, isUnknown, unknownValue } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";

import type { CommandOutput } from "./runCommand";

/** What a command printed, as far as a preview can know it. */
type Printed = PropertyMap & { stdout: PropertyValue; stderr: PropertyValue };

const unknownOutput: Printed = { stdout: unknownValue, stderr: unknownValue };

/** The outputs of a command that ran: its inputs, secret where they were, and what it printed. */
export function outputsOf(inputs: PropertyMap, printed: CommandOutput): PropertyMap {
  return { ...inputs, stdout: printed.stdout, stderr: printed.stderr };
}

export function previewOfCreate(inputs: PropertyMap): PropertyMap {
  return { ...inputs, ...unknownOutput };
}

/**
 * A preview of an update knows what the command printed last only if no recorded input changes.
 * An input that was not there before does not count; so it is in the real provider.
 */
export function previewOfUpdate(olds: PropertyMap, news: PropertyMap): PropertyMap {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  for (const name of ["stdout", "stderr"]) names.delete(name);
  const changes = [...names].some(
    (name) =>
      isUnknown(news[name]) ||
      ((olds[name] ?? null) !== null && !deepEqual(olds[name], news[name] ?? null)),
  );
  return changes ? { ...news, ...unknownOutput } : { ...news, ...printedIn(olds) };
}

function printedIn(outputs: PropertyMap): Printed {
  return { stdout: outputs["stdout"] ?? "", stderr: outputs["stderr"] ?? "" };
}

/** What a recorded command printed, without marks of secrecy. */
export function previousOutput(outputs: PropertyMap): CommandOutput {
  const text = (value: PropertyValue | undefined): string => {
    const open = isSecret(value) ? value["value"] : value;
    return typeof open === "string" ? open : "";
  };
  return { stdout: text(outputs["stdout"]), stderr: text(outputs["stderr"]) };
}
