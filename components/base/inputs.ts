import * as pulumi from "@pulumi/pulumi";
import { problem, throwIfErrors, warningText, type Issue } from "../../core/validate";
import { nestingIssues, MOST_LEVELS } from "../../core/support/nesting";
import {
  shapeIssues,
  validateArguments,
  type ArgumentFields,
} from "../../core/support/argumentFields";
import { withoutNulls } from "../../core/support/fieldWalk";
import { refuse } from "../controlPlane/program";
import { resolveWithSecrets } from "./resolveWithSecrets";
import type { WithSecrets } from "../../core/withSecrets";

/*
 * Arguments are Inputs, and yet a mistake should be found before the first resource is registered.
 * Values that KECS derives from plain arguments alone are remembered beside their Outputs, so that
 * a check needs no Output to resolve.
 */
const remembered = new WeakMap<object, unknown>();

/** Notes the value that an Output is going to have; returns the Output. */
export function known<T>(output: pulumi.Output<T>, value: T | undefined): pulumi.Output<T> {
  if (value !== undefined) remembered.set(output, value);
  return output;
}

/**
 * The value of an argument where it can be told without waiting, else undefined; so is one that is
 * nested deeper than any argument.
 */
export function peek<T>(input: unknown, depth = 0): T | undefined {
  if (pulumi.Output.isInstance(input)) return remembered.get(input) as T | undefined;
  if (isLater(input) || depth > MOST_LEVELS) return undefined;
  if (Array.isArray(input)) {
    const items: unknown[] = [];
    for (const item of input as unknown[]) {
      const found = peek<unknown>(item, depth + 1);
      if (found === undefined && item !== undefined) return undefined;
      items.push(found);
    }
    return items as T;
  }
  if (typeof input === "object" && input !== null) {
    const entries: [string, unknown][] = [];
    for (const [key, value] of Object.entries(input)) {
      if (value === undefined) continue;
      const found = peek<unknown>(value, depth + 1);
      if (found === undefined) return undefined;
      entries.push([key, found]);
    }
    return Object.fromEntries(entries) as T;
  }
  return input as T;
}

function isLater(input: unknown): boolean {
  return (
    pulumi.Output.isInstance(input) || input instanceof Promise || pulumi.Resource.isInstance(input)
  );
}

/** The same for the outermost value alone: what is inside of a list or an object stays an Input. */
export function peekOnce(input: unknown): unknown {
  if (pulumi.Output.isInstance(input)) return remembered.get(input);
  return input instanceof Promise ? undefined : input;
}

/**
 * The resolved arguments of a component, checked: at once where every value can be told, else as
 * soon as they resolve. Values that are unknown in a preview are not guessed; they are checked in
 * the update. Nothing downstream sees arguments that did not pass.
 */
export function checked<T>(given: unknown, validate: (resolved: T) => Issue[]): pulumi.Output<T> {
  return settled(
    given,
    (resolved) => {
      report(validate(resolved as T));
    },
    (resolved) => resolved as T,
  );
}

/**
 * The same for a component's own arguments, of which nothing is known: first their fields are held
 * against the component's table. What is wrong with a field is told at once, even where the value of
 * another one is not known yet. What is null counts as not given.
 */
export function checkedArguments<T>(
  given: unknown,
  of: { readonly fields: ArgumentFields; readonly path: string },
  validate: (resolved: T) => Issue[],
): pulumi.Output<T> {
  refuseNested(given, of.path);
  if (peek(given) === undefined) {
    const { unknown, misshapen } = shapeIssues(of.fields, given, of.path, isLater);
    report([...unknown, ...misshapen]);
  }
  return settled(
    given,
    (resolved) => {
      report(validateArguments<T>(of.fields, resolved, of.path, validate));
    },
    (resolved) => withoutNulls(resolved) as T,
  );
}

/** Refuses arguments that hold themselves: nothing else can look at them. */
export function refuseNested(given: unknown, path: string): void {
  report(nestingIssues(given, path, isLater));
}

function settled<T>(
  given: unknown,
  check: (resolved: unknown) => void,
  make: (resolved: unknown) => T,
): pulumi.Output<T> {
  const args = withOpenTags(given);
  const output = pulumi.output<unknown>(args) as pulumi.Output<T>;
  const plain = peek<unknown>(args);
  if (plain !== undefined) {
    check(plain);
    return known(output.apply<T>(make), make(plain));
  }
  return output.apply<T>((resolved) => {
    check(resolved);
    return make(resolved);
  });
}

/**
 * Arguments without the tags whose values are secret. Everybody who sees the object sees its tags, and
 * one secret among them would make all of the component's outputs secret, its URLs included.
 */
function withOpenTags(args: unknown): unknown {
  if (typeof args !== "object" || args === null || pulumi.Output.isInstance(args)) return args;
  const { tags } = args as { readonly tags?: unknown };
  if (tags === undefined || tags === null || peek(tags) !== undefined) return args;
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
      ...problem("KECS1013", `tags.${key}`, "is secret, and is left out: tags are shown"),
      severity: "warning",
    })),
  );
  return Object.fromEntries(Object.entries(value).filter(([key]) => !closed.includes(key)));
}

function report(issues: Issue[]): void {
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

/** An argument, or what stands for it where it is not given; an Output of nothing gives nothing. */
export function withDefault<T>(
  input: pulumi.Input<T | undefined> | undefined,
  otherwise: T,
): pulumi.Input<T> {
  if (input === undefined || input === null) return otherwise;
  // What is plain and cannot be told is nested too deep, and is refused later.
  if (peek(input) !== undefined || !isLater(input)) return input as pulumi.Input<T>;
  const given = pulumi.output<unknown>(input) as pulumi.Output<T | undefined>;
  return given.apply<T>((value) => value ?? otherwise);
}

/** A value made of another one, remembered where that one is. */
export function derive<T, R>(output: pulumi.Output<T>, make: (value: T) => R): pulumi.Output<R> {
  const plain = peek<T>(output);
  return known(output.apply<R>(make), plain === undefined ? undefined : make(plain));
}

/** The same value, depending on resources: whoever uses it waits for them, also in its deletion. */
export function after<T>(
  output: pulumi.Output<T>,
  resources: readonly pulumi.Resource[],
): pulumi.Output<T> {
  // A URN is known in every preview, so the value stays known there too.
  const ordered = pulumi.all(resources.map((resource) => resource.urn)).apply<T>(() => output);
  return known(ordered, peek<T>(output));
}

/** The named fields of a resolved object, each as an Output of its own, as resources take them. */
export function fields<T extends object, K extends keyof T>(
  output: pulumi.Output<T>,
  ...keys: readonly K[]
): { [P in K]: pulumi.Output<T[P]> } {
  const entries = keys.map((key) => [key, output.apply((value) => value[key])] as const);
  return Object.fromEntries(entries) as unknown as { [P in K]: pulumi.Output<T[P]> };
}
