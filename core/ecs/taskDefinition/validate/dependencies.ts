import { problem, type Issue } from "../../../validate";
import { dependenciesOf } from "../routerDependency";
import { oneOf } from "../../../validate/oneOf";
import type { ContainerValues } from "../values/container";

type Containers = readonly ContainerValues[];
type Dependency = NonNullable<ContainerValues["dependsOn"]>[number];

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html */
const CONDITIONS = ["START", "HEALTHY", "COMPLETE", "SUCCESS"];

/** How the containers of a task wait for each other. */
export function validateDependencies(containers: Containers, path: string): Issue[] {
  const issues = containers.flatMap((container, i) =>
    (container.dependsOn ?? []).flatMap((dependency, j) =>
      validateDependency(container, dependency, containers, `${path}[${i}].dependsOn[${j}]`),
    ),
  );
  return [...issues, ...validateCircle(containers, path)];
}

function validateDependency(
  container: ContainerValues,
  { containerName, condition }: Dependency,
  containers: Containers,
  path: string,
): Issue[] {
  const issues = oneOf(condition, CONDITIONS, `${path}.condition`);
  const refuse = (field: string, message: string, hint: string) => [
    ...issues,
    problem("KECS1025", `${path}.${field}`, message, hint),
  ];
  if (containerName === container.name) {
    return refuse("containerName", `"${containerName}" waits for itself`, "leave it out");
  }
  const awaited = containers.find(({ name }) => name === containerName);
  if (awaited === undefined) {
    const names = containers.map(({ name }) => `"${name}"`).join(", ");
    return refuse(
      "containerName",
      `the task has no container "${containerName}"`,
      `use one of ${names}`,
    );
  }
  if (condition === "HEALTHY" && !hasHealthCheck(awaited)) {
    return refuse(
      "condition",
      `"${containerName}" has no healthCheck, so it never becomes HEALTHY`,
      "give that container a healthCheck, or wait for START",
    );
  }
  if ((condition === "COMPLETE" || condition === "SUCCESS") && awaited.essential !== false) {
    return refuse(
      "condition",
      `"${containerName}" is essential: the task ends with it`,
      "make that container essential: false",
    );
  }
  return issues;
}

function hasHealthCheck({ healthCheck }: ContainerValues): boolean {
  return healthCheck !== undefined && healthCheck.command[0] !== "NONE";
}

/** One issue for each circle, at its first container. */
function validateCircle(containers: Containers, path: string): Issue[] {
  const awaited = new Map(
    containers.map((container) => [
      container.name,
      dependenciesOf(container, containers)
        .map(({ containerName }) => containerName)
        .filter((of) => of !== container.name),
    ]),
  );
  const reported = new Set<string>();
  return containers.flatMap(({ name }, i) => {
    const circle = reported.has(name) ? undefined : circleFrom(name, awaited);
    if (circle === undefined) return [];
    for (const each of circle) reported.add(each);
    return [
      problem(
        "KECS1025",
        `${path}[${i}].dependsOn`,
        `containers wait for each other: ${[...circle, name].map((of) => `"${of}"`).join(" → ")}`,
        "leave one of these dependencies out",
      ),
    ];
  });
}

/** The shortest way from a container back to itself. */
function circleFrom(
  start: string,
  awaited: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const seen = new Set<string>();
  let ways: string[][] = [[start]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const name of awaited.get(way.at(-1) ?? "") ?? []) {
        if (name === start) return way;
        if (seen.has(name)) continue;
        seen.add(name);
        next.push([...way, name]);
      }
    }
    ways = next;
  }
  return undefined;
}
