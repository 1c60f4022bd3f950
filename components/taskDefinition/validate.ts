import { validateBounds, validateName } from "../internal/awsNames";
import { problem, type Issue } from "../internal/errors";

/** A task definition's arguments, resolved. */
export interface TaskDefinitionValues {
  readonly family: string;
  readonly containerDefinitions: readonly ContainerValues[];
}

export interface ContainerValues {
  readonly name: string;
  readonly image: string;
  readonly portMappings?: readonly { readonly containerPort: number }[];
  readonly environment?: readonly { readonly name: string; readonly value: string }[];
}

const PORT = [1, 65535] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const MAX_CONTAINERS = 10;

/** Every problem of a task definition's arguments. */
export function validateTaskDefinition(values: TaskDefinitionValues, path: string): Issue[] {
  const { containerDefinitions: containers } = values;
  const below = `${path}.containerDefinitions`;
  const issues = validateName("ecs", values.family, `${path}.family`);
  if (containers.length === 0 || containers.length > MAX_CONTAINERS) {
    issues.push(
      problem(
        "KECS1011",
        below,
        `a task has 1 to ${MAX_CONTAINERS} containers, not "${containers.length}"`,
        "describe at least one container",
      ),
    );
  }
  const names = containers.map((container) => container.name);
  const ports = containers.flatMap((container) =>
    (container.portMappings ?? []).map((mapping) => mapping.containerPort),
  );
  for (const [i, container] of containers.entries()) {
    issues.push(...validateContainer(container, `${below}[${i}]`));
    if (names.indexOf(container.name) < i) {
      issues.push(
        problem(
          "KECS1015",
          `${below}[${i}].name`,
          `the name "${container.name}" is another container's too`,
          "give each container of a task a name of its own",
        ),
      );
    }
  }
  for (const port of new Set(ports.filter((port, i) => ports.indexOf(port) < i))) {
    issues.push(
      problem(
        "KECS1015",
        below,
        `container port "${port}" is mapped twice; the containers of a task share one network`,
        "give each container of a task ports of its own",
      ),
    );
  }
  return issues;
}

function validateContainer(container: ContainerValues, path: string): Issue[] {
  const issues = validateName("ecs", container.name, `${path}.name`);
  if (container.image === "" || /\s/.test(container.image)) {
    issues.push(
      problem(
        "KECS1009",
        `${path}.image`,
        `"${container.image}" is not the name of an image`,
        'write it as "nginx:1.27"',
      ),
    );
  }
  for (const [i, mapping] of (container.portMappings ?? []).entries()) {
    issues.push(
      ...validateBounds(mapping.containerPort, PORT, `${path}.portMappings[${i}].containerPort`),
    );
  }
  for (const [i, variable] of (container.environment ?? []).entries()) {
    if (variable.name !== "" && !variable.name.includes("=")) continue;
    issues.push(
      problem(
        "KECS1001",
        `${path}.environment[${i}].name`,
        `"${variable.name}" is not the name of an environment variable`,
        "use letters, digits and underscores",
      ),
    );
  }
  return issues;
}
