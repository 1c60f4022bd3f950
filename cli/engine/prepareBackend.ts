import type { SelectedStack } from "../project/selectedStack";
import { backendFor, useBackend } from "./state/backend";
import { mendState, refuseDamaged } from "./state/damaged";

type OfStack = Pick<SelectedStack, "project" | "stack">;

/**
 * Sets the backend's variables; returns the line that says so where KECS chose them.
 *
 * @throws KecsError KECS3022 where the stack's state is damaged
 */
export function prepareBackend(
  env: NodeJS.ProcessEnv,
  { project, stack }: OfStack,
): string | undefined {
  const line = useBackend(env, backendFor(env, project, stack));
  refuseDamaged(env, project.name, stack);
  return line;
}

/** The same, for a command that mends a damaged state; returns all that there is to say. */
export function prepareBackendAndState(
  env: NodeJS.ProcessEnv,
  { project, stack }: OfStack,
): string[] {
  const line = useBackend(env, backendFor(env, project, stack));
  const mended = mendState(env, project.name, stack);
  return [line, mended].filter((each) => each !== undefined);
}
