import type { MountModel } from "../pod/model";
import type { ContainerValues } from "./values/container";

/**
 * What a container sees of the task's volumes: its own mount points, and behind them those of the
 * containers in `volumesFrom`, with what these got in the same way. Of two at one path the first counts.
 */
export function mountsOf(
  container: ContainerValues,
  all: readonly ContainerValues[],
  around: readonly string[] = [],
): MountModel[] {
  const own = (container.mountPoints ?? []).map((mount) => ({
    volume: mount.sourceVolume,
    path: mount.containerPath,
    readOnly: mount.readOnly ?? false,
  }));
  const others = (container.volumesFrom ?? []).flatMap(({ sourceContainer, readOnly }) =>
    all
      .filter(({ name }) => name === sourceContainer && !around.includes(name))
      .flatMap((source) => mountsOf(source, all, [...around, container.name]))
      .map((mount) => (readOnly === true ? { ...mount, readOnly } : mount)),
  );
  const mounts = [...own, ...others];
  return mounts.filter(({ path }, i) => mounts.findIndex((of) => of.path === path) === i);
}
