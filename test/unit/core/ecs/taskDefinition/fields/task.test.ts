import model from "../../../../../../api/wire/constraints.json";
import { TASK_FIELDS } from "../../../../../../core/ecs/taskDefinition/fields/task";

const ROWS = new Set(TASK_FIELDS.map(({ path }) => path));

/* The fields that task definitions use which were published as examples, by their innermost ones. */

const OF_TASK = [
  "cpu",
  "enableFaultInjection",
  "ephemeralStorage.sizeInGib",
  "executionRoleArn",
  "family",
  "inferenceAccelerators[].deviceName",
  "inferenceAccelerators[].deviceType",
  "ipcMode",
  "memory",
  "networkMode",
  "pidMode",
  "placementConstraints[].expression",
  "placementConstraints[].type",
  "proxyConfiguration.containerName",
  "proxyConfiguration.properties",
  "proxyConfiguration.type",
  "requiresCompatibilities",
  "runtimePlatform.cpuArchitecture",
  "runtimePlatform.operatingSystemFamily",
  "tags",
  "taskRoleArn",
];
const OF_CONTAINER = [
  "command",
  "cpu",
  "credentialSpecs",
  "dependsOn[].condition",
  "dependsOn[].containerName",
  "disableNetworking",
  "dnsSearchDomains",
  "dnsServers",
  "dockerLabels",
  "dockerSecurityOptions",
  "entryPoint",
  "environmentFiles[].type",
  "environmentFiles[].value",
  "environment[].name",
  "environment[].value",
  "essential",
  "extraHosts[].hostname",
  "extraHosts[].ipAddress",
  "firelensConfiguration.options",
  "firelensConfiguration.type",
  "healthCheck.command",
  "healthCheck.interval",
  "healthCheck.retries",
  "healthCheck.startPeriod",
  "healthCheck.timeout",
  "hostname",
  "image",
  "interactive",
  "links",
  "linuxParameters.capabilities.add",
  "linuxParameters.capabilities.drop",
  "linuxParameters.devices[].containerPath",
  "linuxParameters.devices[].hostPath",
  "linuxParameters.devices[].permissions",
  "linuxParameters.initProcessEnabled",
  "linuxParameters.maxSwap",
  "linuxParameters.sharedMemorySize",
  "linuxParameters.swappiness",
  "linuxParameters.tmpfs[].containerPath",
  "linuxParameters.tmpfs[].mountOptions",
  "linuxParameters.tmpfs[].size",
  "logConfiguration.logDriver",
  "logConfiguration.options",
  "logConfiguration.secretOptions[].name",
  "logConfiguration.secretOptions[].valueFrom",
  "memory",
  "memoryReservation",
  "mountPoints[].containerPath",
  "mountPoints[].readOnly",
  "mountPoints[].sourceVolume",
  "name",
  "portMappings[].appProtocol",
  "portMappings[].containerPort",
  "portMappings[].containerPortRange",
  "portMappings[].hostPort",
  "portMappings[].name",
  "portMappings[].protocol",
  "privileged",
  "pseudoTerminal",
  "readonlyRootFilesystem",
  "repositoryCredentials.credentialsParameter",
  "resourceRequirements[].type",
  "resourceRequirements[].value",
  "restartPolicy.enabled",
  "restartPolicy.ignoredExitCodes",
  "restartPolicy.restartAttemptPeriod",
  "secrets[].name",
  "secrets[].valueFrom",
  "startTimeout",
  "stopTimeout",
  "systemControls[].namespace",
  "systemControls[].value",
  "ulimits[].hardLimit",
  "ulimits[].name",
  "ulimits[].softLimit",
  "user",
  "versionConsistency",
  "volumesFrom[].readOnly",
  "volumesFrom[].sourceContainer",
  "workingDirectory",
];
const OF_VOLUME = [
  "configureAtLaunch",
  "dockerVolumeConfiguration.autoprovision",
  "dockerVolumeConfiguration.driver",
  "dockerVolumeConfiguration.driverOpts",
  "dockerVolumeConfiguration.scope",
  "efsVolumeConfiguration.authorizationConfig.accessPointId",
  "efsVolumeConfiguration.authorizationConfig.iam",
  "efsVolumeConfiguration.fileSystemId",
  "efsVolumeConfiguration.rootDirectory",
  "efsVolumeConfiguration.transitEncryption",
  "fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter",
  "fsxWindowsFileServerVolumeConfiguration.authorizationConfig.domain",
  "fsxWindowsFileServerVolumeConfiguration.fileSystemId",
  "fsxWindowsFileServerVolumeConfiguration.rootDirectory",
  "host.sourcePath",
  "hostPath",
  "name",
  "s3filesVolumeConfiguration.accessPointArn",
  "s3filesVolumeConfiguration.fileSystemArn",
  "s3filesVolumeConfiguration.rootDirectory",
  "s3filesVolumeConfiguration.transitEncryptionPort",
];

test.each([
  ...OF_TASK,
  ...OF_CONTAINER.map((path) => `containerDefinitions[].${path}`),
  ...OF_VOLUME.map((path) => `volumes[].${path}`),
])("says what happens with %s", (path) => {
  expect(ROWS).toContain(path);
});

interface Shape {
  readonly type?: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly member?: string;
}

const SHAPES: Readonly<Record<string, Shape>> = model.ecs.shapes;

/** Fields that AWS's provider, whose arguments these are, names or shapes in its own way. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "ephemeralStorage.sizeInGiB": "ephemeralStorage.sizeInGib",
  "volumes[].configuredAtLaunch": "volumes[].configureAtLaunch",
  "proxyConfiguration.properties[].name": "proxyConfiguration.properties",
  "proxyConfiguration.properties[].value": "proxyConfiguration.properties",
  "tags[].key": "tags",
  "tags[].value": "tags",
};

/** The innermost fields of a shape of AWS's model. */
function fieldsOf(shape: string, path: string): string[] {
  const { type, member, members = {} } = SHAPES[shape] ?? {};
  if (type === "list" && member !== undefined) {
    return SHAPES[member]?.type === "structure" ? fieldsOf(member, `${path}[]`) : [path];
  }
  if (type !== "structure") return [path];
  return Object.entries(members).flatMap(([name, of]) =>
    fieldsOf(of, path === "" ? name : `${path}.${name}`),
  );
}

test("says what happens with every field that ECS's API takes", () => {
  const fields = fieldsOf("RegisterTaskDefinitionRequest", "");
  expect(fields).toContain("containerDefinitions[].linuxParameters.tmpfs[].mountOptions");
  expect(fields.filter((path) => !ROWS.has(OTHERWISE[path] ?? path))).toEqual([]);
});
