import { kubernetesName } from "../../naming";
import type { VolumeModel } from "../pod/model";
import type { VolumeValues } from "./values/volume";

/** Where the content of a volume lies here. */
export function volumeModel(volume: VolumeValues): VolumeModel {
  const { name, hostPath, dockerVolumeConfiguration: docker, efsVolumeConfiguration: efs } = volume;
  if (efs !== undefined) {
    const { accessPointId } = efs.authorizationConfig ?? {};
    const folder = accessPointId ?? efs.rootDirectory ?? "/";
    return { kind: "shared", name, share: share("efs", efs.fileSystemId, ...folder.split("/")) };
  }
  if (docker?.scope === "shared") return { kind: "shared", name, share: share("docker", name) };
  if (hostPath !== undefined && hostPath !== "") return { kind: "host", name, path: hostPath };
  return { kind: "ephemeral", name };
}

function share(...segments: readonly string[]): string {
  return segments
    .filter((segment) => segment !== "")
    .map(folderName)
    .join("/");
}

/** A segment of a path that is a plain folder name; others become one, each its own. */
function folderName(segment: string): string {
  return /^[A-Za-z0-9_][-._A-Za-z0-9]{0,62}$/.test(segment) ? segment : kubernetesName(segment);
}
