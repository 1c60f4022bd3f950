import { readlinkSync, realpathSync } from "node:fs";
import { posix } from "node:path";
import { problem, type Issue } from "../../core/validate";
import { lookAtPath } from "../files/lookAtPath";
import type { VolumeModel } from "../../core/ecs/pod/model";
import { isBeneath, systemFolderOf } from "./systemFolders";

/** Every problem of the folders that an instance is to share with its tasks. */
export function validateHostPaths(paths: readonly string[] | undefined, path: string): Issue[] {
  return (paths ?? []).flatMap((folder, i) => {
    const fault = faultOf(folder);
    if (fault === undefined) return [];
    const [
      message,
      hint = "write the absolute path of a folder on this machine, such as /home/me/shop",
    ] = fault;
    return [problem("KECS1008", `${path}[${i}]`, `"${folder}" ${message}`, hint)];
  });
}

type Fault = readonly [message: string, hint?: string];

function faultOf(folder: string): Fault | undefined {
  if (!posix.isAbsolute(folder)) return ["is not an absolute path"];
  const path = normal(folder);
  if (path === "/") return ["is the root folder of the machine"];
  // k3d separates the folder of this machine from that of the node by one.
  if (folder.includes(":")) return ["has a colon, which Docker cannot mount"];
  if (folder.includes("$")) return ["has a dollar sign: k3d would share another folder"];
  const real = realPath(path);
  const system = systemFolderOf(path) ?? systemFolderOf(real);
  if (system !== undefined) {
    const where = real === path ? "" : `leads to "${real}", which `;
    return [`${where}would give tasks the machine's own "${system}"`, "share a folder of your own"];
  }
  const found = lookAtPath(folder);
  if (found === undefined) return ["does not exist"];
  if (typeof found !== "string") return [`cannot be accessed: ${found.code}`];
  if (found !== "folder") return ["is not a folder"];
  // Links can be changed to lead elsewhere, and lead elsewhere on the nodes.
  return real === path ? undefined : [`is a link to "${real}"`, `name the folder itself: ${real}`];
}

const MOST_LINKS = 40;

/** A path without links, as far as it exists; a link that leads to nothing yet is followed too. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const above = posix.dirname(path);
    if (above === path || links > MOST_LINKS) return path;
    const real = posix.join(realPath(above, links), posix.basename(path));
    const target = linkTarget(real);
    return target === undefined
      ? real
      : realPath(posix.resolve(posix.dirname(real), target), links + 1);
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Each folder once, without `..` and a slash at its end, so that two spellings are one. */
export function normalHostPaths(paths: readonly string[] | undefined): string[] {
  return [...new Set((paths ?? []).map(normal))].sort();
}

function normal(folder: string): string {
  return posix.resolve("/", folder);
}

/**
 * Every volume that lies in a folder of this machine which the instance does not share, by its
 * name or by where a link in it leads; all of them where it is not known what the instance shares.
 */
export function validateHostVolumes(
  volumes: readonly VolumeModel[],
  hostPaths: readonly string[] | undefined,
  path: string,
): Issue[] {
  return volumes.flatMap((volume, i) => {
    if (volume.kind !== "host") return [];
    const place = `${path}[${i}].hostPath`;
    if (hostPaths === undefined) {
      return [
        problem(
          "KECS1027",
          place,
          `it is not known whether the instance shares "${volume.path}": an earlier version of KECS made it`,
          "update the instance's own stack with this version: pulumi up or kecs start",
        ),
      ];
    }
    const own = normal(volume.path);
    const real = realPath(own);
    if (isShared(own, hostPaths) && isShared(real, hostPaths)) return [];
    const where = isShared(own, hostPaths) ? `, since it leads to "${real}"` : "";
    return [
      problem(
        "KECS1027",
        place,
        `"${volume.path}" is not in a folder that the instance shares${where}`,
        "add it, or a folder above it, to hostPaths of the KecsInstance: this replaces the cluster",
      ),
    ];
  });
}

function isShared(path: string, hostPaths: readonly string[]): boolean {
  return hostPaths.some((shared) => isBeneath(path, shared));
}
