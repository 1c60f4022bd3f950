import { validateBounds, validateName } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import { oneOf } from "../../../validate/oneOf";
import type { VolumeValues } from "../values/volume";

const KINDS = [
  "hostPath",
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
  "configureAtLaunch",
] as const satisfies readonly (keyof VolumeValues)[];

const PORT = [1, 65535] as const;

/** The volumes of a task. */
export function validateVolumes(volumes: readonly VolumeValues[], path: string): Issue[] {
  const names = volumes.map(({ name }) => name);
  return volumes.flatMap((volume, i) => [
    ...validateVolume(volume, `${path}[${i}]`),
    ...(names.indexOf(volume.name) === i
      ? []
      : [
          problem(
            "KECS1015",
            `${path}[${i}].name`,
            `the name "${volume.name}" is also the name of another volume`,
            "give each volume of a task a name of its own",
          ),
        ]),
  ]);
}

function validateVolume(volume: VolumeValues, path: string): Issue[] {
  const kinds = KINDS.filter((kind) => volume[kind] !== undefined && volume[kind] !== false);
  const { dockerVolumeConfiguration: docker, efsVolumeConfiguration: efs } = volume;
  return [
    ...validateName("ecs", volume.name, `${path}.name`),
    ...(kinds.length < 2
      ? []
      : [
          problem(
            "KECS1015",
            path,
            `${kinds.join(" and ")} exclude each other`,
            "configure each volume in only one of these ways",
          ),
        ]),
    ...validateAccessPoint(efs, `${path}.efsVolumeConfiguration`),
    ...validateBounds(
      efs?.transitEncryptionPort,
      PORT,
      `${path}.efsVolumeConfiguration.transitEncryptionPort`,
    ),
    ...oneOf(docker?.scope, ["task", "shared"], `${path}.dockerVolumeConfiguration.scope`),
    ...oneOf(
      efs?.transitEncryption,
      ["ENABLED", "DISABLED"],
      `${path}.efsVolumeConfiguration.transitEncryption`,
    ),
    ...oneOf(
      efs?.authorizationConfig?.iam,
      ["ENABLED", "DISABLED"],
      `${path}.efsVolumeConfiguration.authorizationConfig.iam`,
    ),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html */
function validateAccessPoint(efs: VolumeValues["efsVolumeConfiguration"], path: string): Issue[] {
  const { accessPointId, iam } = efs?.authorizationConfig ?? {};
  const { rootDirectory = "/", transitEncryption } = efs ?? {};
  const needs = [
    ...(accessPointId === undefined ? [] : ["an access point"]),
    ...(iam === "ENABLED" ? ["authorization by IAM"] : []),
  ];
  return [
    ...(accessPointId === undefined || rootDirectory === "/"
      ? []
      : [
          problem(
            "KECS1015",
            `${path}.rootDirectory`,
            `"${rootDirectory}" is not "/", and an access point has a root directory of its own`,
            "leave it out",
          ),
        ]),
    ...(needs.length === 0 || transitEncryption === "ENABLED"
      ? []
      : [
          problem(
            "KECS1015",
            `${path}.transitEncryption`,
            `is not "ENABLED", and ${needs.join(" and ")} requires it`,
            'write transitEncryption: "ENABLED"',
          ),
        ]),
  ];
}
