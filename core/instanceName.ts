import { inspect } from "node:util";
import { KecsError, problem, type Issue } from "./validate";

declare const checkedName: unique symbol;

/** A text that is fit to be part of a path, of a container's name and of a filter of Docker. */
export type InstanceName = string & { readonly [checkedName]: true };

/** k3d allows 32 characters for a cluster's name, of which `kecs-` takes five. */
export const MAX_INSTANCE_NAME = 27;
const FORM = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Every problem of a value that is to be the name of an instance. */
export function validateInstanceName(value: unknown, path: string): Issue[] {
  if (typeof value !== "string" || !FORM.test(value)) {
    const shown = typeof value === "string" ? value : inspect(value);
    return [
      problem(
        "KECS1001",
        path,
        `"${shown}" is not a name of lower-case letters, digits and inner hyphens`,
        'choose a name such as "myapp"',
      ),
    ];
  }
  if (value.length <= MAX_INSTANCE_NAME) return [];
  return [
    problem(
      "KECS1001",
      path,
      `"${value}" has ${value.length} characters; at most ${MAX_INSTANCE_NAME} are allowed`,
      "choose a shorter name",
    ),
  ];
}

/**
 * The value as the name of an instance. Whatever builds a path, a filter or a container's name from
 * one goes through here, wherever the name came from.
 *
 * @param path where the value came from, for the error
 * @throws KecsError KECS1001 where it is not the name of an instance
 */
export function instanceName(value: unknown, path = "instance"): InstanceName {
  const issues = validateInstanceName(value, path);
  if (issues.length > 0) throw new KecsError(issues);
  return value as InstanceName;
}
