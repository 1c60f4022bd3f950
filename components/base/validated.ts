import * as pulumi from "@pulumi/pulumi";
import { isSound, problem, throwIfErrors, warningText, type Issue } from "../../core/validate";
import {
  shapeIssues,
  validateArguments,
  type ArgumentFields,
} from "../../core/support/argumentFields";
import { withoutNulls } from "../../core/support/fieldWalk";
import { nestingIssues } from "../../core/support/nesting";
import type { WithSecrets } from "../../core/withSecrets";
import { refuse } from "../controlPlane/program";
import { refuseMadeByOthers } from "./others";
import { isPending, withPlainValue, plainValue } from "../inputs/inputs";
import { resolveWithSecrets } from "../inputs/resolveWithSecrets";

/**
 * The resolved arguments of a component, validated and registered: at once where every value is
 * plain, else as soon as they resolve. Values that are unknown in a preview are not guessed; they are
 * validated in the update. Nothing downstream sees arguments that did not pass.
 *
 * @param validate a pure function of the arguments and of what the program has registered
 * @param register tells the control plane of arguments in which `validate` found no error, and
 * returns the issues of what another component has claimed. It is called here and not by the
 * constructor: whoever waits for these arguments has to find there what they were registered as.
 */
export function validated<T>(
  given: unknown,
  validate: (resolved: T) => readonly Issue[],
  register: (resolved: T) => readonly Issue[] = () => [],
): pulumi.Output<T> {
  return settled(
    given,
    validate as (resolved: unknown) => readonly Issue[],
    register,
    (of) => of as T,
  );
}

/**
 * The same for a component's own arguments, of which nothing is known: first their fields are held
 * against the component's table. What is wrong with a field is reported at once, even where the value of
 * another one is not known yet. What is null counts as not given. Nothing is made of arguments that name
 * what AWS's API or another stack made.
 */
export function validatedArguments<T>(
  given: unknown,
  { fields, path }: { readonly fields: ArgumentFields; readonly path: string },
  validate: (resolved: T) => readonly Issue[],
  register: (resolved: T) => readonly Issue[] = () => [],
): pulumi.Output<T> {
  refuseNested(given, path);
  if (plainValue(given) === undefined) {
    const { unknown, misshapen } = shapeIssues(fields, given, path, isPending);
    report([...unknown, ...misshapen]);
  }
  const args = settled(
    given,
    (resolved) => validateArguments<T>(fields, resolved, path, validate),
    register,
    (resolved) => withoutNulls(resolved) as T,
  );
  return withPlainValue(
    args.apply<T>((of) => refuseMadeByOthers(of, path).apply<T>(() => of)),
    plainValue<T>(args),
  );
}

/** Refuses arguments that hold themselves: nothing else can look at them. */
export function refuseNested(given: unknown, path: string): void {
  report(nestingIssues(given, path, isPending));
}

function settled<T>(
  given: unknown,
  validate: (resolved: unknown) => readonly Issue[],
  register: (resolved: T) => readonly Issue[],
  make: (resolved: unknown) => T,
): pulumi.Output<T> {
  const pass = (resolved: unknown): T => {
    const issues = validate(resolved);
    const values = make(resolved);
    report(isSound(issues) ? [...issues, ...register(values)] : issues);
    return values;
  };
  const args = withOpenTags(given);
  const plain = plainValue<unknown>(args);
  const outputOf = (then: (resolved: unknown) => T): pulumi.Output<T> =>
    (pulumi.output<unknown>(args) as pulumi.Output<unknown>).apply<T>(then);
  if (plain === undefined) return outputOf(pass);
  const values = pass(plain);
  return withPlainValue(outputOf(make), values);
}

/**
 * Arguments without the tags whose values are secret. Everybody who sees the object sees its tags, and
 * one secret among them would make all of the component's outputs secret, its URLs included.
 */
function withOpenTags(args: unknown): unknown {
  if (typeof args !== "object" || args === null || pulumi.Output.isInstance(args)) return args;
  const { tags } = args as { readonly tags?: unknown };
  if (tags === undefined || tags === null || plainValue(tags) !== undefined) return args;
  return {
    ...args,
    tags: resolveWithSecrets<Readonly<Record<string, unknown>>>(tags).apply(openTags),
  };
}

function openTags({ value, secrets }: WithSecrets<Readonly<Record<string, unknown>>>): object {
  if (secrets.length === 0 || Array.isArray(value)) return value;
  const closed = Object.keys(value).filter((key) => secrets.includes(key) || secrets.includes(""));
  showWarnings(
    closed.map((key) => ({
      ...problem("KECS1013", `tags.${key}`, "is secret and is left out, since tags are shown"),
      severity: "warning",
    })),
  );
  return Object.fromEntries(Object.entries(value).filter(([key]) => !closed.includes(key)));
}

/** Throws one error of all issues, as the program's mistake; where there are only warnings, shows them. */
export function report(issues: readonly Issue[]): void {
  try {
    throwIfErrors(issues);
  } catch (error) {
    throw refuse(error as Error);
  }
  showWarnings(issues);
}

/** Shows issues that stop nothing. */
export function showWarnings(issues: readonly Issue[]): void {
  for (const issue of issues) void pulumi.log.warn(warningText(issue));
}
