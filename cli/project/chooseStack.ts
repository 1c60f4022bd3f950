import { KecsError, problem } from "../../core/validate";
import { stackName } from "./stackName";
import { shellQuote } from "../../core/text/shellQuote";

/** Which stack a command is for, as the user says it. */
export interface StackOptions {
  readonly stack?: string | undefined;
  readonly instance?: string | undefined;
}

/** A stack that has a file, and the instance that the file names. */
export interface KnownStack {
  readonly stack: string;
  readonly instance: string | undefined;
}

export type Choice =
  | { readonly kind: "existing"; readonly stack: string }
  /** No stack has this instance: `start` makes one, `destroy` removes what is left of it. */
  | { readonly kind: "new"; readonly stack: string; readonly instance: string };

const DEFAULT_STACK = "dev";

/** The stack for the options: by name, by instance, else `dev` or the only one that there is. */
export function chooseStack(options: StackOptions, known: readonly KnownStack[]): Choice {
  const { stack, instance } = options;
  if (stack !== undefined) return byName(stackName(stack), instance, known);
  if (instance !== undefined) return byInstance(instance, known);
  const only = known.length === 1 ? known[0] : undefined;
  const chosen = known.find((one) => one.stack === DEFAULT_STACK) ?? only;
  if (chosen !== undefined) return { kind: "existing", stack: chosen.stack };
  throw new KecsError([
    known.length === 0
      ? problem("KECS4002", "", "the project has no stack yet", "run: kecs start --instance <name>")
      : problem(
          "KECS4001",
          "--stack",
          `which stack is meant? There are ${names(known)}`,
          "add --stack <name> or --instance <name>",
        ),
  ]);
}

function byName(stack: string, instance: string | undefined, known: readonly KnownStack[]): Choice {
  const found = known.find((one) => one.stack === fileName(stack));
  if (found === undefined) {
    if (instance !== undefined) return { kind: "new", stack, instance };
    throw new KecsError([
      problem(
        "KECS4002",
        "--stack",
        `there is no stack "${stack}"${known.length === 0 ? "" : `; there are ${names(known)}`}`,
        `make it: kecs start --stack ${shellQuote(stack)} --instance <name>`,
      ),
    ]);
  }
  if (instance !== undefined && found.instance !== instance) {
    throw new KecsError([
      problem(
        "KECS4001",
        "--instance",
        `stack "${stack}" has the instance "${found.instance ?? ""}", not "${instance}"`,
        "leave one of the two options out",
      ),
    ]);
  }
  return { kind: "existing", stack };
}

function byInstance(instance: string, known: readonly KnownStack[]): Choice {
  const found = known.filter((one) => one.instance === instance);
  const [first] = found;
  if (first !== undefined && found.length === 1) return { kind: "existing", stack: first.stack };
  if (found.length > 1) {
    throw new KecsError([
      problem(
        "KECS4001",
        "--instance",
        `several stacks have the instance "${instance}": ${names(found)}`,
        "choose one with --stack <name>",
      ),
    ]);
  }
  const other = known.find((one) => one.stack === instance);
  if (other !== undefined) {
    throw new KecsError([
      problem(
        "KECS4001",
        "--instance",
        `the stack "${instance}" exists and has another instance, "${other.instance ?? ""}"`,
        `name the new stack: kecs start --instance ${shellQuote(instance)} --stack <name>`,
      ),
    ]);
  }
  return { kind: "new", stack: instance, instance };
}

/** Pulumi names the file by the last part of `organization/project/stack`. */
export function fileName(stack: string): string {
  return stack.split("/").at(-1) ?? stack;
}

function names(known: readonly KnownStack[]): string {
  return known.map((one) => `"${one.stack}"`).join(", ");
}
