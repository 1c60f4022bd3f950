import path from "node:path";
import type { LabPaths } from "../../paths";

const SYS_RESOURCE = 24n;

/** Whether the capabilities a process can ever have, `CapBnd` of /proc/self/status, lack this one. */
export function lacksSysResource(status: string): boolean {
  const mask = /^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return mask !== undefined && ((BigInt(`0x${mask}`) >> SYS_RESOURCE) & 1n) === 0n;
}

/** dockerd's configuration: everything it keeps lies below the lab's folder. */
export function daemonConfiguration(
  paths: Pick<LabPaths, "docker" | "dockerRuntime" | "dockerSocket">,
  needsShim: boolean,
): object {
  return {
    hosts: [`unix://${paths.dockerSocket}`],
    "data-root": path.join(paths.docker, "data"),
    "exec-root": paths.dockerRuntime,
    pidfile: path.join(paths.dockerRuntime, "dockerd.pid"),
    "storage-driver": "overlay2",
    ...(needsShim
      ? {
          "default-runtime": shimName,
          runtimes: { [shimName]: { path: path.join(paths.docker, shimName) } },
        }
      : {}),
    "log-driver": "json-file",
    "log-opts": { "max-size": "10m", "max-file": "2" },
  };
}

export const shimName = "runc-without-sys-resource";
