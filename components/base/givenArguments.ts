import { argumentsIssues } from "../../core/support/fieldCheck";
import { isObject } from "../../core/support/fieldWalk";
import { report } from "./validated";

/** Stands for a field of arguments that are no object. */
export class NoArguments {
  constructor(
    readonly args: unknown,
    readonly field: string,
  ) {}
}

/**
 * A field that a component needs before it can look at the others, such as its connection: a program
 * without types can leave out all arguments, or pass something else.
 */
export function fieldOf<K extends string>(args: Readonly<Record<K, unknown>>, field: K): unknown {
  return isObject(args) ? args[field] : new NoArguments(args, field);
}

/** Refuses arguments that are no object, in the name of a component that needs a field of them. */
export function refuseNoArguments(args: unknown, field: string, path: string): void {
  report(argumentsIssues(args, field, path));
}
