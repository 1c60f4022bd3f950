import type { WithSecrets } from "../../core/withSecrets";
import { validateTaskDefinition } from "../../core/ecs/taskDefinition/validate";
import type { ContainerValues } from "../../core/ecs/taskDefinition/values/container";
import type { TaskDefinitionValues } from "../../core/ecs/taskDefinition/values/taskDefinition";

export const web: ContainerValues = { name: "web", image: "nginx:1.27" };

/** A task definition of those containers, with nothing secret in it. */
export function definition(
  containers: readonly ContainerValues[],
  more: Partial<TaskDefinitionValues> = {},
  secrets: readonly string[] = [],
): WithSecrets<TaskDefinitionValues> {
  return { value: { family: "a", containerDefinitions: [...containers], ...more }, secrets };
}

/** Code, path below the task definition, and severity where it is a warning, of each issue. */
export function issuesOf(of: WithSecrets<unknown>): string[] {
  return validateTaskDefinition(of as WithSecrets<TaskDefinitionValues>, "t").map(
    ({ code, path, severity }) =>
      `${code} ${path.replace(/^t\./, "").replace("containerDefinitions", "c")}${severity === "warning" ? " (warning)" : ""}`,
  );
}
