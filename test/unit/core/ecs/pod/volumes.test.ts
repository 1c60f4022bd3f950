import { podVolumes, volumeMounts } from "../../../../../core/ecs/pod/volumes";
import { digest, kubernetesName } from "../../../../../core/naming";
import { container, task } from "../../../../helpers/tasks";

const memory = (key: string) => `memory-${digest(key, 8)}`;

test("keeps each kind of volume where its content belongs", () => {
  const whole = task([], {
    volumes: [
      { kind: "ephemeral", name: "cache" },
      { kind: "host", name: "Source", path: "/home/me/src" },
      { kind: "shared", name: "files", share: "fs-1234/data" },
    ],
  });
  expect(podVolumes(whole)).toEqual([
    { name: "cache", emptyDir: {} },
    {
      name: kubernetesName("Source"),
      hostPath: { path: "/home/me/src", type: "DirectoryOrCreate" },
    },
    {
      name: "files",
      hostPath: { path: "/var/lib/kecs/volumes/fs-1234/data", type: "DirectoryOrCreate" },
    },
  ]);
});

test.each([
  ["../../etc", "/var/lib/kecs/volumes/etc"],
  ["fs-1/../../x", "/var/lib/kecs/volumes/x"],
  ["/fs-1//a/", "/var/lib/kecs/volumes/fs-1/a"],
])('keeps the share "%s" inside of the folder of shares', (share, path) => {
  const whole = task([], { volumes: [{ kind: "shared", name: "files", share }] });
  expect(podVolumes(whole)).toEqual([
    { name: "files", hostPath: { path, type: "DirectoryOrCreate" } },
  ]);
});

test("gives a container its folders in memory, each for itself", () => {
  const folders = { tmpfs: [{ path: "/run", sizeMiB: 64 }], sharedMemoryMiB: 128 };
  const whole = task([container("a", folders), container("b", { tmpfs: folders.tmpfs })]);
  expect(podVolumes(whole)).toEqual([
    { name: memory("a:/run"), emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
    { name: memory("a:/dev/shm"), emptyDir: { medium: "Memory", sizeLimit: "128Mi" } },
    { name: memory("b:/run"), emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
  ]);
});

test("mounts volumes and folders in memory where the container wants them", () => {
  const web = container("web", {
    mounts: [
      { volume: "Source", path: "/src", readOnly: true },
      { volume: "cache", path: "/cache", readOnly: false },
    ],
    tmpfs: [{ path: "/run", sizeMiB: 64 }],
    sharedMemoryMiB: 128,
  });
  expect(volumeMounts(web)).toEqual([
    { name: kubernetesName("Source"), mountPath: "/src", readOnly: true },
    { name: "cache", mountPath: "/cache" },
    { name: memory("web:/run"), mountPath: "/run" },
    { name: memory("web:/dev/shm"), mountPath: "/dev/shm" },
  ]);
});
