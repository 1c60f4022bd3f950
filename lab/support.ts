import { accessSync } from "node:fs";
import { programOnPath } from "./parts/programOnPath";

/** What decides whether the lab can be on a machine. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  readonly isRoot: boolean;
  readonly hasApt: boolean;
  readonly hasCgroups: boolean;
}

/** Why the lab cannot be on this machine, or undefined if it can. */
export function labSupported(machine: Machine = thisMachine()): string | undefined {
  if (machine.platform !== "linux") return `the lab needs Linux, this is ${machine.platform}`;
  if (machine.architecture !== "x64") {
    return `the lab needs an x64 processor, this is ${machine.architecture}`;
  }
  if (!machine.isRoot) return "the lab needs root: it starts a Docker daemon";
  // With apt-get everything else can be had, a first Go included.
  if (!machine.hasApt) return "the lab needs apt-get: it is made for Debian 12";
  if (!machine.hasCgroups) return "the lab needs control groups: /sys/fs/cgroup is not mounted";
  return undefined;
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    isRoot: process.getuid?.() === 0,
    hasApt: programOnPath("apt-get") !== undefined,
    hasCgroups: ["/sys/fs/cgroup/devices", "/sys/fs/cgroup/cgroup.controllers"].some(isThere),
  };
}

function isThere(file: string): boolean {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}
