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
  hostPath: emulated(
    "text",
    "a folder on your machine; it has to be in the instance's `hostPaths`",
  ),
  host: refused(
    "object",
    "this is the form of AWS's API; `aws.ecs.TaskDefinition` has hostPath instead of host.sourcePath",
    "write hostPath, or only a name for an empty folder for each task",
    { fields: { sourcePath: "text" } },
  ),
  s3filesVolumeConfiguration: refused(
    "object",
    "S3 file systems are not mounted here",
    "give the volume only a name, or an efsVolumeConfiguration to share its files",
    {
      fields: {
        fileSystemArn: "text!",
        accessPointArn: "text",
        rootDirectory: "text",
        transitEncryptionPort: "number",
      },
    },
  ),
  configureAtLaunch: ignored("boolean", "an empty folder for each task; no EBS volume is made"),
  dockerVolumeConfiguration: emulated(
    "object",
    "an empty folder for each task, or one that tasks share",
    {
      fields: {
        scope: byValue(
          "text",
          { treatment: "supported", here: "an empty folder for each task", only: among("task") },
          {
            treatment: "emulated",
            here: "a folder of the instance, shared by all tasks that name it; it is removed with the instance",
            only: among("shared"),
          },
        ),
        autoprovision: emulated("boolean", "a missing folder is always created"),
        driver: ignored("text", "Docker's volume drivers are not used; it is a plain folder", {
          only: { text: 'not "local"', applies: (value) => value !== "local" },
        }),
        driverOpts: ignored(
          "textMap",
          "Docker's volume drivers are not used; it is a plain folder",
        ),
        labels: ignored("textMap", "a folder has no labels"),
      },
    },
  ),
  efsVolumeConfiguration: emulated(
    "object",
    "a folder of the instance, shared by all tasks that name it; it is removed with the instance",
    {
      fields: {
        fileSystemId: emulated("text!", "names the folder; no EFS file system is mounted"),
        rootDirectory: emulated("text", "a folder inside the file system's folder"),
        transitEncryption: emulated("text", "nothing leaves the machine"),
        transitEncryptionPort: emulated("number", "nothing leaves the machine"),
        authorizationConfig: emulated("object", "the access point names a folder", {
          fields: {
            accessPointId: emulated(
              "text",
              "a separate folder inside the file system's folder; the access point's user is not applied",
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
    "leave out the volume, or its configuration",
    {
      fields: {
        fileSystemId: "text!",
        rootDirectory: "text!",
        authorizationConfig: holding("object!", { credentialsParameter: "text!", domain: "text!" }),
      },
    },
  ),
} as const satisfies SpecsOf<VolumeValues>;
