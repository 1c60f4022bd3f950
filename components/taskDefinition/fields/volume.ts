import { among, parts, type FieldRow } from "../../internal/fieldTable";

const DOCKER = "volumes[].dockerVolumeConfiguration";
const EFS = "volumes[].efsVolumeConfiguration";
const FSX = "volumes[].fsxWindowsFileServerVolumeConfiguration";

export const VOLUME_FIELDS: readonly FieldRow[] = [
  {
    path: "volumes[].name",
    kind: "text",
    required: true,
    treatment: "honoured",
    here: "as on ECS",
  },
  {
    path: "volumes[].hostPath",
    kind: "text",
    treatment: "mapped",
    here: "a folder of your machine; the instance needs it in its `hostPaths`",
  },
  {
    path: "volumes[].configureAtLaunch",
    kind: "boolean",
    treatment: "warned",
    here: "an empty folder of each task; no EBS volume is made",
  },
  {
    path: DOCKER,
    kind: "object",
    treatment: "mapped",
    here: "an empty folder of each task, or one that tasks share",
  },
  {
    path: `${DOCKER}.scope`,
    kind: "text",
    treatment: "honoured",
    here: "an empty folder of each task",
    only: among("task"),
  },
  {
    path: `${DOCKER}.scope`,
    kind: "text",
    treatment: "mapped",
    here: "a folder of the instance that every task sees that names it; it goes with the instance",
    only: among("shared"),
  },
  {
    path: `${DOCKER}.autoprovision`,
    kind: "boolean",
    treatment: "mapped",
    here: "it is made where it is missing in any case",
  },
  {
    path: `${DOCKER}.driver`,
    kind: "text",
    treatment: "warned",
    here: "Docker's drivers are not asked; it is a plain folder",
    only: { text: 'not "local"', applies: (value) => value !== "local" },
  },
  {
    path: `${DOCKER}.driverOpts`,
    kind: "textMap",
    treatment: "warned",
    here: "Docker's drivers are not asked; it is a plain folder",
  },
  {
    path: `${DOCKER}.labels`,
    kind: "textMap",
    treatment: "warned",
    here: "a folder has no labels",
  },
  {
    path: EFS,
    kind: "object",
    treatment: "mapped",
    here: "a folder of the instance that every task sees that names it; it goes with the instance",
  },
  {
    path: `${EFS}.fileSystemId`,
    kind: "text",
    required: true,
    treatment: "mapped",
    here: "names the folder; nothing of AWS is mounted",
  },
  {
    path: `${EFS}.rootDirectory`,
    kind: "text",
    treatment: "mapped",
    here: "a folder inside of it",
  },
  {
    path: `${EFS}.transitEncryption`,
    kind: "text",
    treatment: "mapped",
    here: "nothing leaves the machine",
  },
  {
    path: `${EFS}.transitEncryptionPort`,
    kind: "number",
    treatment: "mapped",
    here: "nothing leaves the machine",
  },
  {
    path: `${EFS}.authorizationConfig`,
    kind: "object",
    treatment: "mapped",
    here: "the access point names a folder",
  },
  {
    path: `${EFS}.authorizationConfig.accessPointId`,
    kind: "text",
    treatment: "mapped",
    here: "a folder of its own inside of the file system's; its user is not set",
  },
  {
    path: `${EFS}.authorizationConfig.iam`,
    kind: "text",
    treatment: "warned",
    here: "there is no IAM here; every task may use the folder",
    only: among("ENABLED"),
  },
  {
    path: FSX,
    kind: "object",
    treatment: "refused",
    here: "Windows containers do not run here",
    instead: "leave the volume out, or give it no configuration",
  },
  ...parts(
    FSX,
    "refused",
    "fileSystemId:text!",
    "rootDirectory:text!",
    "authorizationConfig:object!",
  ),
  ...parts(`${FSX}.authorizationConfig`, "refused", "credentialsParameter:text!", "domain:text!"),
];
