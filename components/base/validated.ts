import * as pulumi from "@pulumi/pulumi";
import { isSound, problem, throwIfErrors, warningText, type Issue } from "../../core/validate";
import type { WithSecrets } from "../../core/withSecrets";
import { refuse } from "../controlPlane/program";
import { known, peek } from "./inputs";
import { resolveWithSecrets } from "./resolveWithSecrets";

/**
 * The resolved arguments of a component, validated and registered: at once where every value can be
 * told, else as soon as they resolve. Values that are unknown in a preview are not guessed; they are
 * validated in the update. Nothing downstream sees arguments that did not pass.
 *
 * @param validate a pure function of the arguments and of what the program has told
 * @param register tells the control plane of arguments in which `validate` found no error, and
 * returns the issues of what another component has claimed. It is called here and not by the
 * constructor: whoever waits for these arguments has to find there what they were registered as.
 */
export function validated<T>(
  given: unknown,
  validate: (resolved: T) => readonly Issue[],
  register: (resolved: T) => readonly Issue[] = () => [],
): pulumi.Output<T> {
  const pass = (resolved: T): void => {
    const issues = validate(resolved);
    report(isSound(issues) ? [...issues, ...register(resolved)] : issues);
  };
  const args = withOpenTags(given);
  const plain = peek<T>(args);
  if (plain !== undefined) {
    pass(plain);
    return known(pulumi.output<unknown>(args) as pulumi.Output<T>, plain);
  }
  return (pulumi.output<unknown>(args) as pulumi.Output<T>).apply((resolved) => {
    pass(resolved);
    return resolved;
  });
}

/**
 * Arguments without the tags whose values are secret. Everybody who sees the object sees its tags, and
 * one secret among them would make all of the component's outputs secret, its URLs included.
 */
function withOpenTags(args: unknown): unknown {
  if (typeof args !== "object" || args === null || pulumi.Output.isInstance(args)) return args;
  const { tags } = args as { readonly tags?: unknown };
  if (tags === undefined || peek(tags) !== undefined) return args;
  return {
    ...args,
    tags: resolveWithSecrets<Readonly<Record<string, unknown>>>(tags).apply(openTags),
  };
}

function openTags({ value, secrets }: WithSecrets<Readonly<Record<string, unknown>>>): object {
  if (secrets.length === 0) return value;
  const closed = Object.keys(value).filter((key) => secrets.includes(key) || secrets.includes(""));
  showWarnings(
    closed.map((key) => ({
      ...problem("KECS1013", `tags.${key}`, "is secret, and is left out: tags are shown"),
      severity: "warning",
    })),
  );
  return Object.fromEntries(Object.entries(value).filter(([key]) => !closed.includes(key)));
}

function report(issues: readonly Issue[]): void {
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
