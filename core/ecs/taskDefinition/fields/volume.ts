import {
  byValue,
  emulated,
  holding,
  ignored,
  refused,
  supported,
  type SpecsOf,
} from "../../../support/fieldSpec";
import { among } from "../../../support/fieldTable";
import type { VolumeValues } from "../values/volume";

/** Every field of a volume of a task. */
export const VOLUME_FIELDS = {
  name: supported("text!", "as on ECS"),
  hostPath: emulated("text", "a folder of your machine; the instance needs it in its `hostPaths`"),
  host: refused(
    "object",
    "is the form of AWS's API; `aws.ecs.TaskDefinition` calls its sourcePath hostPath",
    "write hostPath, or a name alone for an empty folder of each task",
    { fields: { sourcePath: "text" } },
  ),
  s3filesVolumeConfiguration: refused(
    "object",
    "no file system of S3 is mounted here",
    "name the volume alone, or give it an efsVolumeConfiguration to share its files",
    {
      fields: {
        fileSystemArn: "text!",
        accessPointArn: "text",
        rootDirectory: "text",
        transitEncryptionPort: "number",
      },
    },
  ),
  configureAtLaunch: ignored("boolean", "an empty folder of each task; no EBS volume is made"),
  dockerVolumeConfiguration: emulated(
    "object",
    "an empty folder of each task, or one that tasks share",
    {
      fields: {
        scope: byValue(
          "text",
          { treatment: "supported", here: "an empty folder of each task", only: among("task") },
          {
            treatment: "emulated",
            here: "a folder of the instance that every task sees that names it; it goes with the instance",
            only: among("shared"),
          },
        ),
        autoprovision: emulated("boolean", "it is made where it is missing in any case"),
        driver: ignored("text", "Docker's drivers are not asked; it is a plain folder", {
          only: { text: 'not "local"', applies: (value) => value !== "local" },
        }),
        driverOpts: ignored("textMap", "Docker's drivers are not asked; it is a plain folder"),
        labels: ignored("textMap", "a folder has no labels"),
      },
    },
  ),
  efsVolumeConfiguration: emulated(
    "object",
    "a folder of the instance that every task sees that names it; it goes with the instance",
    {
      fields: {
        fileSystemId: emulated("text!", "names the folder; nothing of AWS is mounted"),
        rootDirectory: emulated("text", "a folder inside of it"),
        transitEncryption: emulated("text", "nothing leaves the machine"),
        transitEncryptionPort: emulated("number", "nothing leaves the machine"),
        authorizationConfig: emulated("object", "the access point names a folder", {
          fields: {
            accessPointId: emulated(
              "text",
              "a folder of its own inside of the file system's; its user is not set",
            ),
            iam: ignored("text", "there is no IAM here; every task may use the folder", {
              only: among("ENABLED"),
            }),
          },
        }),
      },
    },
  ),
  fsxWindowsFileServerVolumeConfiguration: refused(
    "object",
    "Windows containers do not run here",
    "leave the volume out, or give it no configuration",
    {
      fields: {
        fileSystemId: "text!",
        rootDirectory: "text!",
        authorizationConfig: holding("object!", { credentialsParameter: "text!", domain: "text!" }),
      },
    },
  ),
} as const satisfies SpecsOf<VolumeValues>;
