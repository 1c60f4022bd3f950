import { posix } from "node:path";
import { digest, kubernetesName } from "../../naming";
import { POD } from "./environment";
import { routerMounts, routerVolumes } from "./firelens/parts";
import type { ContainerModel, TaskModel, VolumeModel } from "./model";

/** Where the nodes keep the volumes that tasks share. */
const SHARED_FOLDER = "/var/lib/kecs/volumes";

/** Every volume of a task's pod: its own, and the memory that its containers mount as folders. */
export function podVolumes(task: TaskModel) {
  return [
    ...task.volumes.map((volume) => ({ name: kubernetesName(volume.name), ...content(volume) })),
    ...task.containers.flatMap(memoryFolders).map(({ name, sizeMiB }) => ({
      name,
      emptyDir: { medium: "Memory", sizeLimit: `${sizeMiB}Mi` },
    })),
    ...routerVolumes(task),
  ];
}

/** What a container sees of them, and where. */
export function volumeMounts(container: ContainerModel) {
  return [
    ...container.mounts.map(({ volume, path, readOnly }) => ({
      name: kubernetesName(volume),
      mountPath: path,
      ...(readOnly ? { readOnly } : {}),
    })),
    ...memoryFolders(container).map(({ name, path }) => ({ name, mountPath: path })),
    ...routerMounts(container, POD),
  ];
}

function content(volume: VolumeModel) {
  switch (volume.kind) {
    case "ephemeral":
      return { emptyDir: {} };
    case "host":
      return hostFolder(volume.path);
    case "shared":
      // The root in front keeps a share with `..` inside of the folder.
      return hostFolder(posix.join(SHARED_FOLDER, posix.resolve("/", volume.share)));
  }
}

function hostFolder(path: string) {
  return { hostPath: { path, type: "DirectoryOrCreate" } };
}

function memoryFolders({ name, tmpfs, sharedMemoryMiB }: ContainerModel) {
  const shared =
    sharedMemoryMiB === undefined ? [] : [{ path: "/dev/shm", sizeMiB: sharedMemoryMiB }];
  return [...tmpfs, ...shared].map((folder) => ({
    ...folder,
    name: `memory-${digest(`${name}:${folder.path}`, 8)}`,
  }));
}
