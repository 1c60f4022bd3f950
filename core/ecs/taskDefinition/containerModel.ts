import type {
  ContainerModel,
  ContainerHealthCheck,
  LogModel,
  PortModel,
  RouterModel,
} from "../pod/model";
import { FIRELENS_DRIVER } from "../pod/firelens/routing";
import { opensHostPorts } from "./hostPorts";
import { healthCommand } from "./healthCommand";
import { mountsOf } from "./mounts";
import { dependenciesOf } from "./routerDependency";
import { optionVariable } from "./secrets";
import { userOf } from "./user";
import type { ContainerValues } from "./values/container";

/** What of the task decides about one of its containers. */
interface Surroundings {
  readonly all: readonly ContainerValues[];
  readonly networkMode: string | undefined;
}

/** A container as plain data; `variables` say where the values of its environment are. */
export function containerModel(
  container: ContainerValues,
  { all, networkMode }: Surroundings,
  variables: Pick<ContainerModel, "environment" | "secrets">,
): ContainerModel {
  const linux = container.linuxParameters ?? {};
  const user = container.user === undefined ? undefined : userOf(container.user);
  const healthCheck = healthCheckModel(container);
  return {
    name: container.name,
    image: container.image,
    essential: container.essential ?? true,
    ...given("entryPoint", container.entryPoint),
    ...given("command", container.command),
    ...variables,
    ports: (container.portMappings ?? []).flatMap((mapping) =>
      portModels(mapping, opensHostPorts(networkMode)),
    ),
    ...given("healthCheck", healthCheck),
    dependsOn: dependenciesOf(container, all) as ContainerModel["dependsOn"],
    cpuUnits: container.cpu ?? 0,
    ...given("memoryMiB", container.memory),
    ...given("memoryReservationMiB", container.memoryReservation),
    mounts: mountsOf(container, all),
    tmpfs: (linux.tmpfs ?? []).map((of) => ({ path: of.containerPath, sizeMiB: of.size })),
    ...given("sharedMemoryMiB", linux.sharedMemorySize),
    ...given("user", user),
    ...given("workingDirectory", container.workingDirectory),
    readonlyRootFilesystem: container.readonlyRootFilesystem ?? false,
    privileged: container.privileged ?? false,
    capabilities: {
      add: linux.capabilities?.add ?? [],
      drop: linux.capabilities?.drop ?? [],
    },
    ...given("stopTimeout", container.stopTimeout),
    ...given("startTimeout", container.startTimeout),
    dockerLabels: container.dockerLabels ?? {},
    extraHosts: [
      ...(container.extraHosts ?? []).map(({ hostname, ipAddress }) => ({ hostname, ipAddress })),
      ...(container.links ?? []).map(linkedHost),
    ],
    dnsServers: container.dnsServers ?? [],
    dnsSearchDomains: container.dnsSearchDomains ?? [],
    ...given("log", logModel(container, all.indexOf(container))),
    ...given("router", routerModel(container)),
    interactive: container.interactive ?? false,
    pseudoTerminal: container.pseudoTerminal ?? false,
  };
}

/** A field that the model has only where it was given, or where it is not empty. */
function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? {} : ({ [key]: value } as Record<K, V>);
}

const DEFAULTS = { interval: 30, timeout: 5, retries: 3, startPeriod: 0 } as const;

function healthCheckModel({ healthCheck }: ContainerValues): ContainerHealthCheck | undefined {
  const command = healthCommand(healthCheck?.command ?? []);
  if (healthCheck === undefined || command === undefined) return undefined;
  return {
    command,
    interval: healthCheck.interval ?? DEFAULTS.interval,
    timeout: healthCheck.timeout ?? DEFAULTS.timeout,
    retries: healthCheck.retries ?? DEFAULTS.retries,
    startPeriod: healthCheck.startPeriod ?? DEFAULTS.startPeriod,
  };
}

function logModel({ logConfiguration }: ContainerValues, index: number): LogModel | undefined {
  if (logConfiguration === undefined) return undefined;
  const { logDriver: driver, options = {}, secretOptions = [] } = logConfiguration;
  const variables = secretOptions.map(({ name }) => ({
    name,
    variable: optionVariable(name, index),
  }));
  return {
    driver,
    options,
    ...(driver === FIRELENS_DRIVER ? given("secretOptions", variables) : {}),
  };
}

function routerModel(container: ContainerValues): RouterModel | undefined {
  const { firelensConfiguration: of, memory, memoryReservation } = container;
  if (of === undefined) return undefined;
  return {
    type: of.type as RouterModel["type"],
    addsMetadata: of.options?.["enable-ecs-log-metadata"] !== "false",
    ...given("configFile", of.options?.["config-file-value"]),
    ...given("memoryMiB", memory ?? memoryReservation),
  };
}

/** A range of ports has none in the model: every port of a task can be reached anyway. */
function portModels(
  mapping: NonNullable<ContainerValues["portMappings"]>[number],
  opensHostPort: boolean,
): PortModel[] {
  if (mapping.containerPort === undefined) return [];
  return [
    {
      containerPort: mapping.containerPort,
      ...given("hostPort", opensHostPort && mapping.hostPort !== 0 ? mapping.hostPort : undefined),
      protocol: mapping.protocol === "udp" ? "udp" : "tcp",
      ...given("name", mapping.name),
      ...given("appProtocol", mapping.appProtocol as PortModel["appProtocol"]),
    },
  ];
}

/** Containers of a task reach each other on one address: a link is a name for it. */
function linkedHost(link: string): { hostname: string; ipAddress: string } {
  const [container = "", alias = container] = link.split(":");
  return { hostname: alias, ipAddress: "127.0.0.1" };
}
