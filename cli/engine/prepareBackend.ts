import type { SelectedStack } from "../project/selectedStack";
import { backendFor, useBackend } from "./state/backend";

/** Sets the backend's variables; returns the line that says so where KECS chose them. */
export function prepareBackend(
  env: NodeJS.ProcessEnv,
  { project, stack }: Pick<SelectedStack, "project" | "stack">,
): string | undefined {
  return useBackend(env, backendFor(env, project, stack));
}
