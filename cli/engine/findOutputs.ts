import { KecsError, problem } from "../../core/validate";
import { shellQuote } from "../../core/text/shellQuote";
import type { KecsOutputs } from "../../core/outputs/contract";
import { readOutputs } from "./outputs";
import { prepareBackend } from "./prepareBackend";
import type { SelectedStack } from "../project/selectedStack";

/** The outputs of a stack; undefined where it was never started. */
export async function findOutputs(
  env: NodeJS.ProcessEnv,
  selected: SelectedStack,
): Promise<KecsOutputs | undefined> {
  prepareBackend(env, selected);
  return readOutputs(selected.project, selected.stack);
}

export function neverStarted({ instance, stack }: SelectedStack): KecsError {
  return new KecsError([
    problem(
      "KECS4002",
      "",
      `instance "${instance}" of stack "${stack}" is not started`,
      `start it: kecs start --stack ${shellQuote(stack)}`,
    ),
  ]);
}
