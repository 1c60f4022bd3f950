import { problem, type Issue } from "../../../validate";
import type { ContainerValues } from "../values/container";

/** What containers see of the task's volumes, of each other's mount points, and of memory. */
export function validateMounts(
  containers: readonly ContainerValues[],
  volumes: readonly string[],
  path: string,
): Issue[] {
  return containers.flatMap((container, i) => [
    ...validateMountPoints(container, volumes, `${path}[${i}]`),
    ...(container.volumesFrom ?? []).flatMap(({ sourceContainer }, j) =>
      sourceContainer !== container.name && containers.some(({ name }) => name === sourceContainer)
        ? []
        : [
            problem(
              "KECS1008",
              `${path}[${i}].volumesFrom[${j}].sourceContainer`,
              `the task has no other container "${sourceContainer}"`,
              "name another container of the task",
            ),
          ],
    ),
  ]);
}

function validateMountPoints(
  container: ContainerValues,
  volumes: readonly string[],
  path: string,
): Issue[] {
  const points = (container.mountPoints ?? []).map((point, i) => ({
    ...point,
    at: `${path}.mountPoints[${i}]`,
  }));
  const memory = (container.linuxParameters?.tmpfs ?? []).map(({ containerPath }, i) => ({
    containerPath,
    at: `${path}.linuxParameters.tmpfs[${i}]`,
  }));
  const folders = [...points, ...memory];
  const paths = folders.map(({ containerPath }) => containerPath);
  return [
    ...points.flatMap(({ sourceVolume, at }) =>
      volumes.includes(sourceVolume)
        ? []
        : [
            problem(
              "KECS1008",
              `${at}.sourceVolume`,
              `the task has no volume "${sourceVolume}"`,
              "add it to the task definition's volumes",
            ),
          ],
    ),
    ...folders.flatMap(({ containerPath, at }, i) => [
      ...(containerPath.startsWith("/")
        ? []
        : [
            problem(
              "KECS1008",
              `${at}.containerPath`,
              `"${containerPath}" is not an absolute path`,
              'write it as "/data"',
            ),
          ]),
      ...(paths.indexOf(containerPath) === i
        ? []
        : [
            problem(
              "KECS1015",
              `${at}.containerPath`,
              `"${containerPath}" is mounted twice`,
              "mount each volume on a folder of its own",
            ),
          ]),
    ]),
  ];
}
