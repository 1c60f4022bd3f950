import { OVERRIDES_FIELDS } from "../task/fields";
import { validateOverrides } from "../task/validate";
import type { TaskOverridesValues } from "../task/values";
import type { ContainerModel } from "../pod/model";
import { validateArguments } from "../../support/argumentFields";
import { withoutNulls } from "../../support/fieldWalk";
import { problem, type Issue } from "../../validate";
import { jsonPosition } from "../../validate/jsonPosition";
import { parseJson } from "../../validate/parseJson";

/* The `input` of a schedule's target: the JSON of ECS's TaskOverride. */

/** The overrides of a text that passed validation. */
export function overridesOf(input: string | undefined): TaskOverridesValues | undefined {
  if (input === undefined) return undefined;
  return withoutNulls(parseJson<unknown>(input, "input")) as TaskOverridesValues;
}

/** Every problem of the text, and of what is in it. */
export function validateInput(
  input: string | undefined,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  if (input === undefined) return [];
  let overrides: unknown;
  try {
    overrides = parseJson<unknown>(input, "input");
  } catch {
    const at = jsonPosition(input);
    const where = `from line ${at?.line ?? 1}, column ${at?.column ?? 1} on`;
    return [
      problem(
        "KECS1024",
        path,
        `is not valid JSON ${where}`,
        'write it as pulumi.jsonStringify({ containerOverrides: [{ name: "web", command: ["report"] }] })',
      ),
    ];
  }
  return validateArguments<TaskOverridesValues>(OVERRIDES_FIELDS, overrides, path, (values) =>
    validateOverrides(values, containers, path),
  );
}
