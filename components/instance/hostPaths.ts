import { statSync } from "node:fs";
import { posix } from "node:path";
import { problem, type Issue } from "../internal/errors";
import { lookup, publish } from "../internal/program";
import type { VolumeModel } from "../task/model";

/** Every problem of the folders that an instance is to share with its tasks. */
export function validateHostPaths(paths: readonly string[] | undefined, path: string): Issue[] {
  return (paths ?? []).flatMap((folder, i) => {
    const fault = faultOf(folder);
    return fault === undefined
      ? []
      : [
          problem(
            "KECS1008",
            `${path}[${i}]`,
            `"${folder}" ${fault}`,
            "name a folder of this machine from the root on, such as /home/me/shop",
          ),
        ];
  });
}

function faultOf(folder: string): string | undefined {
  if (!posix.isAbsolute(folder)) return "is no absolute path";
  if (normal(folder) === "/") return "is the whole machine";
  // k3d separates the folder of this machine from that of the node by one.
  if (folder.includes(":")) return "has a colon, which Docker cannot mount";
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return "does not exist";
  return found.isDirectory() ? undefined : "is no folder";
}

/** Each folder once, without `..` and a slash at its end, so that two spellings are one. */
export function normalHostPaths(paths: readonly string[] | undefined): string[] {
  return [...new Set((paths ?? []).map(normal))].sort();
}

function normal(folder: string): string {
  return posix.resolve("/", folder);
}

/** Tells the components of this program what an instance shares. */
export function publishHostPaths(instance: string, paths: readonly string[]): void {
  publish(key(instance), paths);
}

/** What an instance of this program shares; undefined for one of another stack. */
export function hostPathsOf(instance: string): readonly string[] | undefined {
  return lookup<readonly string[]>(key(instance));
}

function key(instance: string): string {
  return `instance:${instance}/hostPaths`;
}

/**
 * Every volume that lies in a folder of this machine which the instance does not share; nothing
 * where it is not known what it shares.
 */
export function validateHostVolumes(
  volumes: readonly VolumeModel[],
  hostPaths: readonly string[] | undefined,
  path: string,
): Issue[] {
  if (hostPaths === undefined) return [];
  return volumes.flatMap((volume, i) => {
    if (volume.kind !== "host" || hostPaths.some((shared) => isBeneath(volume.path, shared))) {
      return [];
    }
    return [
      problem(
        "KECS1027",
        `${path}[${i}].hostPath`,
        `"${volume.path}" is not in a folder that the instance shares`,
        "add it, or a folder above it, to hostPaths of the KecsInstance: this replaces the cluster",
      ),
    ];
  });
}

function isBeneath(path: string, folder: string): boolean {
  const own = normal(path);
  return own === folder || own.startsWith(`${folder}/`);
}
