/**
 * Folders of a machine that no instance shares, nor what lies in them or above them: whoever writes
 * there as root has the machine, its Docker daemon or the credentials of a cluster.
 */
const SYSTEM_FOLDERS = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/lib",
  "/lib64",
  "/proc",
  "/run",
  "/sbin",
  "/sys",
  "/usr/bin",
  "/usr/lib",
  "/usr/sbin",
  "/var/lib/containerd",
  "/var/lib/docker",
  "/var/lib/kubelet",
  "/var/lib/rancher",
  "/var/run",
  // macOS
  "/Library",
  "/System",
  "/private/etc",
  "/private/var/db",
  "/private/var/run",
] as const;

/** The system folder that a path is, lies in or contains; undefined where it has none. */
export function systemFolderOf(path: string): string | undefined {
  return SYSTEM_FOLDERS.find((folder) => isBeneath(path, folder) || isBeneath(folder, path));
}

/** Whether a path is a folder or lies in it; both without `..` and a slash at the end. */
export function isBeneath(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
