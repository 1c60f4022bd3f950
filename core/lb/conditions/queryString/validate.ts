import { problem, type Issue } from "../../../validate";
import type { QueryStringValues } from "./values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_QueryStringConditionConfig.html */
const MAX_LENGTH = 128;

/** One parameter of a query: a value, and a key where only that one counts. */
export function validateQueryString(pair: QueryStringValues, path: string): Issue[] {
  // Undefined in a program without types, or behind an Output of any.
  const value = pair.value as string | undefined;
  if (value === undefined) {
    return [
      problem(
        "KECS1009",
        `${path}.value`,
        "the parameter has no value",
        'write value: "*" for any value',
      ),
    ];
  }
  return [
    ...(pair.key === undefined ? [] : validateText(pair.key, `${path}.key`)),
    ...validateText(value, `${path}.value`),
  ];
}

function validateText(text: string, path: string): Issue[] {
  if (text !== "" && text.length <= MAX_LENGTH) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(text)} does not have 1 to ${MAX_LENGTH} characters`,
      text === ""
        ? "leave the key out for any key, and write * for any value"
        : "shorten it with the wildcard *",
    ),
  ];
}
