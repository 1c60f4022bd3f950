import { shellQuote } from "../../core/text/shellQuote";
import { KecsError, problem } from "../../core/validate";
import type { SelectedStack } from "../project/selectedStack";

type Of = Pick<SelectedStack, "instance" | "stack">;

/** The error of a command that needs an instance to run which is stopped. */
export function stopped({ instance, stack }: Of): KecsError {
  return new KecsError([
    problem(
      "KECS4002",
      "",
      `instance "${instance}" of stack "${stack}" is stopped`,
      `start it: kecs start --stack ${shellQuote(stack)}`,
    ),
  ]);
}

/** The error of a command that needs an instance to run which `kecs sleep`, or somebody with Docker, paused. */
export function asleep({ instance, stack }: Of): KecsError {
  return new KecsError([
    problem(
      "KECS3023",
      "",
      `instance "${instance}" of stack "${stack}" is asleep`,
      `wake it: kecs wake --stack ${shellQuote(stack)}`,
    ),
  ]);
}
