import { posix } from "node:path";
import type { Connection } from "../../../../core/connection";
import type { VolumeModel } from "../../../../core/ecs/pod/model";
import { problem, type Issue } from "../../../../core/validate";

/** Folders of this machine that volumes name and the instance does not share. */
export function validateHostFolders(
  volumes: readonly VolumeModel[],
  { hostPaths = [] }: Pick<Connection, "hostPaths">,
  path: string,
): Issue[] {
  return volumes.flatMap((volume, i) =>
    volume.kind !== "host" || hostPaths.some((folder) => isBeneath(volume.path, folder))
      ? []
      : [
          problem(
            "KECS1027",
            `${path}[${i}].host.sourcePath`,
            `"${volume.path}" is not in a folder that the instance shares`,
            "add it, or a folder above it, to kecs:hostPaths of the stack: this replaces the cluster",
          ),
        ],
  );
}

function isBeneath(path: string, folder: string): boolean {
  const relative = posix.relative(folder, posix.normalize(path));
  return posix.isAbsolute(path) && relative !== ".." && !relative.startsWith("../");
}
