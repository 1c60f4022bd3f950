import type {
  ContainerDefinition,
  LogDriver,
  RegisterTaskDefinitionRequest,
  Volume,
} from "@aws-sdk/client-ecs";
import type {
  ContainerModel,
  TaskModel,
  RouterModel,
  VolumeModel,
} from "../../../../core/ecs/pod/model";
import { routerOf } from "../../../../core/ecs/pod/firelens/routing";
import { given } from "../put";

/** What a caller would register for such tasks. A secret is named by where its value is here. */
export function requestOfModel(model: TaskModel): Partial<RegisterTaskDefinitionRequest> {
  const options = routerOptions(model);
  return given({
    family: model.family,
    networkMode: model.containers.every(isOnOwnPorts) ? ("awsvpc" as const) : ("bridge" as const),
    containerDefinitions: model.containers.map((of) => definitionOf(of, model, options)),
    volumes: model.volumes.map(volumeOf),
    cpu: model.cpuUnits?.toString(),
    memory: model.memoryMiB?.toString(),
    pidMode: model.sharedProcesses ? ("task" as const) : undefined,
  });
}

/** Whether its host ports are those that awsvpc asks for. */
function isOnOwnPorts({ ports }: ContainerModel): boolean {
  return ports.every(({ containerPort, hostPort = containerPort }) => hostPort === containerPort);
}

/** The keys of the values of `secretOptions`, by the variables that the log router has of them. */
function routerOptions({ containers }: TaskModel): ReadonlyMap<string, string> {
  const variables = containers.flatMap(({ log }) =>
    (log?.secretOptions ?? []).map(({ variable }) => variable),
  );
  const secrets = routerOf(containers)?.secrets ?? [];
  return new Map(
    secrets
      .filter(({ name }) => variables.includes(name))
      .map(({ name, key }) => [name, key] as const),
  );
}

function definitionOf(
  of: ContainerModel,
  { secretName = "" }: TaskModel,
  options: ReadonlyMap<string, string>,
): ContainerDefinition {
  const named = (name: string, key: string) => ({ name, valueFrom: `${secretName}/${key}` });
  const { capabilities, tmpfs, sharedMemoryMiB, user, healthCheck } = of;
  const linuxParameters = given({
    capabilities:
      capabilities.add.length + capabilities.drop.length === 0
        ? undefined
        : { add: [...capabilities.add], drop: [...capabilities.drop] },
    tmpfs:
      tmpfs.length === 0
        ? undefined
        : tmpfs.map(({ path, sizeMiB }) => ({ containerPath: path, size: sizeMiB })),
    sharedMemorySize: sharedMemoryMiB,
  });
  return given({
    name: of.name,
    image: of.image,
    essential: of.essential,
    entryPoint: listed(of.entryPoint),
    command: listed(of.command),
    environment: of.environment.map((variable) => ({ ...variable })),
    secrets: listed(
      of.secrets.filter(({ name }) => !options.has(name)).map(({ name, key }) => named(name, key)),
    ),
    portMappings: of.ports.map((port) => ({
      ...port,
      hostPort: port.hostPort ?? port.containerPort,
    })),
    healthCheck:
      healthCheck === undefined
        ? undefined
        : { ...healthCheck, command: ["CMD", ...healthCheck.command] },
    dependsOn: listed(of.dependsOn),
    cpu: of.cpuUnits,
    memory: of.memoryMiB,
    memoryReservation: of.memoryReservationMiB,
    mountPoints: of.mounts.map(({ volume, path, readOnly }) => ({
      sourceVolume: volume,
      containerPath: path,
      readOnly,
    })),
    linuxParameters: Object.keys(linuxParameters).length === 0 ? undefined : linuxParameters,
    user: user === undefined ? undefined : [user.uid, user.gid].filter(isGiven).join(":"),
    workingDirectory: of.workingDirectory,
    readonlyRootFilesystem: of.readonlyRootFilesystem || undefined,
    privileged: of.privileged || undefined,
    stopTimeout: of.stopTimeout,
    startTimeout: of.startTimeout,
    dockerLabels: Object.keys(of.dockerLabels).length === 0 ? undefined : { ...of.dockerLabels },
    extraHosts: listed(of.extraHosts),
    dnsServers: listed(of.dnsServers),
    dnsSearchDomains: listed(of.dnsSearchDomains),
    logConfiguration:
      of.log === undefined
        ? undefined
        : {
            logDriver: of.log.driver as LogDriver,
            options: { ...of.log.options },
            ...given({
              secretOptions: listed(
                (of.log.secretOptions ?? []).map(({ name, variable }) =>
                  named(name, options.get(variable) ?? ""),
                ),
              ),
            }),
          },
    firelensConfiguration: of.router === undefined ? undefined : firelensConfiguration(of.router),
    interactive: of.interactive || undefined,
    pseudoTerminal: of.pseudoTerminal || undefined,
  });
}

function firelensConfiguration({ type, addsMetadata, configFile }: RouterModel) {
  return {
    type,
    options: {
      "enable-ecs-log-metadata": String(addsMetadata),
      ...(configFile === undefined
        ? {}
        : { "config-file-type": "file", "config-file-value": configFile }),
    },
  };
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function listed<T>(values: readonly T[] | undefined): T[] | undefined {
  return values === undefined || values.length === 0 ? undefined : [...values];
}

/** Of a volume that tasks share, its share stands for the EFS file system. */
function volumeOf(volume: VolumeModel): Volume {
  const { name } = volume;
  if (volume.kind === "host") return { name, host: { sourcePath: volume.path } };
  if (volume.kind === "ephemeral") return { name };
  const [kind, fileSystemId = "", ...folder] = volume.share.split("/");
  return kind === "efs"
    ? { name, efsVolumeConfiguration: { fileSystemId, rootDirectory: `/${folder.join("/")}` } }
    : { name, dockerVolumeConfiguration: { scope: "shared" } };
}
