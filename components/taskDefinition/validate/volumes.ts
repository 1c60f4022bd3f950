import { validateName } from "../../internal/awsNames";
import { problem, type Issue } from "../../internal/errors";
import { oneOf } from "../../internal/oneOf";
import type { VolumeValues } from "../values";

const KINDS = [
  "hostPath",
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
  "configureAtLaunch",
] as const satisfies readonly (keyof VolumeValues)[];

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
            `the name "${volume.name}" is another volume's too`,
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
            "say of one volume one thing",
          ),
        ]),
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
