import { nameFromArn } from "../../arn";
import { validateBounds } from "../../awsNames";
import { closest } from "../../text/closest";
import { problem, type Issue } from "../../validate";
import type { ContainerModel } from "../pod/model";
import { validateOverrideSizes } from "../taskDefinition/validate/sizes";
import type { EcsTaskValues, TaskOverridesValues } from "./values";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const COUNT = [1, 10] as const;
const MOST_CHARACTERS = 8192;
const STARTED_BY = /^[-_/\w]{1,128}$/;
const TIMEOUT = [1, 86_400] as const;

/** Every problem of the number of tasks that run once. */
export function validateCount(count: number | undefined, path: string): Issue[] {
  return validateBounds(count, COUNT, `${path}.count`);
}

/**
 * Every problem of the arguments of tasks that run once; `containers` are those of their task
 * definition, which a preview need not know.
 */
export function validateEcsTask(
  values: EcsTaskValues,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  const { cluster, taskDefinition, overrides = {}, startedBy } = values;
  return [
    ...validateWhatRuns(
      { arn: cluster, path: `${path}.cluster` },
      { arn: taskDefinition, path: `${path}.taskDefinition` },
      containers,
    ),
    ...validateCount(values.count, path),
    ...validateBounds(values.timeout, TIMEOUT, `${path}.timeout`, "seconds"),
    ...(startedBy === undefined || STARTED_BY.test(startedBy)
      ? []
      : [
          problem(
            "KECS1001",
            `${path}.startedBy`,
            `"${startedBy}" is not 1 to 128 letters, digits, hyphens, underscores and slashes`,
            "choose a name that AWS allows",
          ),
        ]),
    ...validateOverrides(overrides, containers, `${path}.overrides`),
  ];
}

interface GivenArn {
  readonly arn: string;
  readonly path: string;
}

/** Every problem of the ARNs that say what runs where; `containers` as for an EcsTask. */
export function validateWhatRuns(
  cluster: GivenArn,
  taskDefinition: GivenArn,
  containers: readonly ContainerModel[] | "unknown" | undefined,
): Issue[] {
  return [
    ...(nameFromArn("cluster", cluster.arn) === undefined
      ? [
          problem(
            "KECS1010",
            cluster.path,
            `"${cluster.arn}" is not the ARN of a cluster`,
            "pass the cluster's arn output",
          ),
        ]
      : []),
    ...(containers === undefined
      ? [
          problem(
            "KECS1010",
            taskDefinition.path,
            `"${taskDefinition.arn}" is not a task definition of this program`,
            "pass the arn output of a TaskDefinition of this program",
          ),
        ]
      : []),
  ];
}

/** JSON has no such numbers; what AWS has and KECS ignores may hold anything. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** Every problem of what tasks have otherwise than their definition says. */
export function validateOverrides(
  overrides: TaskOverridesValues,
  containers: readonly ContainerModel[] | "unknown" | undefined,
  path: string,
): Issue[] {
  const known = Array.isArray(containers) ? (containers as readonly ContainerModel[]) : undefined;
  const { containerOverrides = [] } = overrides;
  const characters = JSON.stringify(overrides, plain).length;
  return [
    ...(characters > MOST_CHARACTERS
      ? [
          problem(
            "KECS1019",
            path,
            `has ${characters} characters, and AWS takes at most ${MOST_CHARACTERS}`,
            "put long values into the task definition",
          ),
        ]
      : []),
    ...validateOverrideSizes(overrides, path),
    ...containerOverrides.flatMap(({ name, environment = [] }, i) => [
      ...(known === undefined
        ? []
        : validateContainerName(name, known, `${path}.containerOverrides[${i}].name`)),
      ...environment.flatMap((variable, j) =>
        variable.name === ""
          ? [
              problem(
                "KECS1001",
                `${path}.containerOverrides[${i}].environment[${j}].name`,
                "is empty",
                "name the variable",
              ),
            ]
          : [],
      ),
    ]),
  ];
}

/** The issue of a container that a task definition does not have. */
export function validateContainerName(
  name: string,
  containers: readonly Pick<ContainerModel, "name">[],
  path: string,
): Issue[] {
  const names = containers.map((container) => container.name);
  if (names.includes(name)) return [];
  const near = closest(name, names);
  const all = `use one of ${names.map((each) => `"${each}"`).join(", ")}`;
  return [
    problem(
      "KECS1008",
      path,
      `the task definition has no container "${name}"`,
      near === undefined ? all : `did you mean "${near}"? ${all}`,
    ),
  ];
}
