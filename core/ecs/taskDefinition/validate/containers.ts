import { validateBounds, validateName } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import { reservedContainer } from "../../../reservedNames";
import { oneOf } from "../../../validate/oneOf";
import { userOf } from "../user";
import type { ContainerValues } from "../values/container";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const FARGATE_STOP_TIMEOUT = [0, 120] as const;
const FARGATE_START_TIMEOUT = [2, 120] as const;
/** ECS's numbers have 32 bits; off Fargate it names no smaller limit. */
const TIMEOUT = [0, 2_147_483_647] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
const EXIT_CODE = [-2_147_483_648, 2_147_483_647] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
const RESTART_PERIOD = [60, 1800] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const MOST_CONTAINERS = 10;

/** What the containers of a task are together: how many, their names, an essential one. */
export function validateContainers(
  containers: readonly ContainerValues[],
  onFargate: boolean,
  path: string,
): Issue[] {
  if (containers.length === 0 || containers.length > MOST_CONTAINERS) {
    return [
      problem(
        "KECS1011",
        path,
        `a task has 1 to ${MOST_CONTAINERS} containers, not "${containers.length}"`,
        "describe at least one container",
      ),
    ];
  }
  const names = containers.map(({ name }) => name);
  return [
    ...containers.flatMap((container, i) =>
      validateContainer(container, onFargate, `${path}[${i}]`),
    ),
    ...names.flatMap((name, i) =>
      names.indexOf(name) === i
        ? []
        : [
            problem(
              "KECS1015",
              `${path}[${i}].name`,
              `the name "${name}" is also the name of another container`,
              "give each container of a task a name of its own",
            ),
          ],
    ),
    ...(containers.every(({ essential }) => essential === false)
      ? [
          problem(
            "KECS1015",
            path,
            "no container is essential; a task needs at least one",
            "remove essential: false from the task's main container",
          ),
        ]
      : []),
  ];
}

/**
 * One warning of the containers without which a task goes on at AWS. Those that others wait for to
 * end may do so here too.
 */
export function warnOfOptional(containers: readonly ContainerValues[], path: string): Issue[] {
  const ended = containers.flatMap(({ dependsOn = [] }) =>
    dependsOn
      .filter(({ condition }) => condition === "COMPLETE" || condition === "SUCCESS")
      .map(({ containerName }) => containerName),
  );
  const names = containers
    .filter(({ name, essential }) => essential === false && !ended.includes(name))
    .map(({ name }) => `"${name}"`);
  if (names.length === 0) return [];
  const message = `${names.join(", ")}: on ECS a task keeps running when a non-essential container ends; here that container is restarted, and until it runs, its task is not ready and its service is not steady`;
  const hint =
    "keep it running, or let another container wait for its end with dependsOn and SUCCESS";
  return [{ ...problem("KECS1023", path, message, hint), severity: "warning" }];
}

function validateContainer(container: ContainerValues, onFargate: boolean, path: string): Issue[] {
  const [stop, start] = onFargate
    ? [FARGATE_STOP_TIMEOUT, FARGATE_START_TIMEOUT]
    : [TIMEOUT, TIMEOUT];
  return [
    ...validateName("ecs", container.name, `${path}.name`),
    ...reservedContainer(container.name, `${path}.name`),
    ...validateImage(container.image, `${path}.image`),
    ...validateUser(container.user, `${path}.user`),
    ...validateBounds(container.stopTimeout, stop, `${path}.stopTimeout`, "seconds"),
    ...validateBounds(container.startTimeout, start, `${path}.startTimeout`, "seconds"),
    ...validateBounds(
      container.restartPolicy?.restartAttemptPeriod,
      RESTART_PERIOD,
      `${path}.restartPolicy.restartAttemptPeriod`,
      "seconds",
    ),
    ...(container.restartPolicy?.ignoredExitCodes ?? []).flatMap((code, i) =>
      validateBounds(code, EXIT_CODE, `${path}.restartPolicy.ignoredExitCodes[${i}]`),
    ),
    ...oneOf(container.versionConsistency, ["enabled", "disabled"], `${path}.versionConsistency`),
  ];
}

function validateImage(image: string, path: string): Issue[] {
  return image !== "" && !/\s/.test(image)
    ? []
    : [
        problem(
          "KECS1009",
          path,
          `"${image}" is not the name of an image`,
          'write it as "nginx:1.27"',
        ),
      ];
}

function validateUser(user: string | undefined, path: string): Issue[] {
  return user === undefined || userOf(user) !== undefined
    ? []
    : [
        problem(
          "KECS1013",
          path,
          `"${user}" is not a number, and Kubernetes does not look up user names in the image`,
          "write numbers, as uid or uid:gid",
        ),
      ];
}
