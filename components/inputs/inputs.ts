import * as pulumi from "@pulumi/pulumi";
import { MOST_LEVELS } from "../../core/support/nesting";

/*
 * Arguments are Inputs, and yet a mistake should be found before the first resource is registered.
 * Values that KECS derives from plain arguments alone are remembered beside their Outputs, so that
 * a check needs no Output to resolve.
 */
const remembered = new WeakMap<object, unknown>();

/** Notes the value that an Output is going to have; returns the Output. */
export function withPlainValue<T>(
  output: pulumi.Output<T>,
  value: T | undefined,
): pulumi.Output<T> {
  if (value !== undefined) remembered.set(output, value);
  return output;
}

/**
 * The value of an argument where it is known without waiting, else undefined; so is one that is
 * nested deeper than any argument.
 */
export function plainValue<T>(input: unknown, depth = 0): T | undefined {
  if (pulumi.Output.isInstance(input)) return remembered.get(input) as T | undefined;
  if (isPending(input) || depth > MOST_LEVELS) return undefined;
  if (Array.isArray(input)) {
    const items: unknown[] = [];
    for (const item of input as unknown[]) {
      const found = plainValue<unknown>(item, depth + 1);
      if (found === undefined && item !== undefined) return undefined;
      items.push(found);
    }
    return items as T;
  }
  if (typeof input === "object" && input !== null) {
    const entries: [string, unknown][] = [];
    for (const [key, value] of Object.entries(input)) {
      if (value === undefined) continue;
      const found = plainValue<unknown>(value, depth + 1);
      if (found === undefined) return undefined;
      entries.push([key, found]);
    }
    return Object.fromEntries(entries) as T;
  }
  return input as T;
}

/** Whether there is a value only once it has resolved. */
export function isPending(input: unknown): boolean {
  return (
    pulumi.Output.isInstance(input) || input instanceof Promise || pulumi.Resource.isInstance(input)
  );
}

/** The same for the outermost value alone: what is inside of a list or an object stays an Input. */
export function plainOutermost(input: unknown): unknown {
  if (pulumi.Output.isInstance(input)) return remembered.get(input);
  return input instanceof Promise ? undefined : input;
}

/** An argument, or what stands for it where it is not given; an Output of nothing gives nothing. */
export function withDefault<T>(
  input: pulumi.Input<T | undefined> | undefined,
  otherwise: T,
): pulumi.Input<T> {
  if (input === undefined || input === null) return otherwise;
  // What is plain and not known is nested too deep, and is refused later.
  if (plainValue(input) !== undefined || !isPending(input)) return input as pulumi.Input<T>;
  const given = pulumi.output<unknown>(input) as pulumi.Output<T | undefined>;
  return given.apply<T>((value) => value ?? otherwise);
}

/** A value made of another one, remembered where that one is. */
export function mapInput<T, R>(output: pulumi.Output<T>, make: (value: T) => R): pulumi.Output<R> {
  const plain = plainValue<T>(output);
  return withPlainValue(output.apply<R>(make), plain === undefined ? undefined : make(plain));
}

/** The same value, depending on resources: whoever uses it waits for them, also in its deletion. */
export function dependingOn<T>(
  output: pulumi.Output<T>,
  resources: readonly pulumi.Resource[],
): pulumi.Output<T> {
  // A URN is known in every preview, so the value stays known there too.
  const ordered = pulumi.all(resources.map((resource) => resource.urn)).apply<T>(() => output);
  return withPlainValue(ordered, plainValue<T>(output));
}

/** The named fields of a resolved object, each as an Output of its own, as resources take them. */
export function pick<T extends object, K extends keyof T>(
  output: pulumi.Output<T>,
  ...keys: readonly K[]
): { [P in K]: pulumi.Output<T[P]> } {
  const entries = keys.map((key) => [key, output.apply((value) => value[key])] as const);
  return Object.fromEntries(entries) as unknown as { [P in K]: pulumi.Output<T[P]> };
}
