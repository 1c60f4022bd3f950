import { KecsError, problem } from "../../core/validate";
import { shellQuote } from "../../core/text/shellQuote";
import type { KecsOutputs } from "../../core/outputs/contract";
import { readOutputs } from "../engine/outputs";
import type { Context } from "./context";
import { prepareBackend } from "./deploy";
import type { Target } from "./target";

/** The outputs of a stack; undefined where it was never started. */
export async function findOutputs(
  context: Context,
  target: Target,
): Promise<KecsOutputs | undefined> {
  prepareBackend(context, target);
  return readOutputs(target.project, target.stack);
}

export function neverStarted({ instance, stack }: Target): KecsError {
  return new KecsError([
    problem(
      "KECS4002",
      "",
      `instance "${instance}" of stack "${stack}" is not started`,
      `start it: kecs start --stack ${shellQuote(stack)}`,
    ),
  ]);
}
