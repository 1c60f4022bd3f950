import { problem, type Issue } from "../../../validate";
import type { ContainerValues } from "../values/container";
import type { TaskDefinitionValues } from "../values/taskDefinition";

/**
 * What a container of a Fargate task cannot have.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const NOT_ON_FARGATE = [
  "disableNetworking",
  "dnsSearchDomains",
  "dnsServers",
  "dockerSecurityOptions",
  "extraHosts",
  "links",
  "privileged",
] as const satisfies readonly (keyof ContainerValues)[];
const NO_VOLUME_OF_FARGATE = ["dockerVolumeConfiguration", "hostPath"] as const;
const LINUX_NOT_ON_FARGATE = ["devices", "maxSwap", "sharedMemorySize", "swappiness"] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const FARGATE_LOG_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
const FARGATE_CAPABILITIES = ["SYS_PTRACE"];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const NOT_WITH_AWSVPC = ["extraHosts", "hostname", "links"] as const;

/** Network modes in which a container's ports are those that it is reached on. */
const OWN_PORTS = ["awsvpc", "host"];

/** Whether the definition says that it is for Fargate, whose rules then count. */
export function isForFargate({ requiresCompatibilities = [] }: TaskDefinitionValues): boolean {
  return requiresCompatibilities.includes("FARGATE");
}

/** Whether each container of a task has a network of its own on AWS, as it has where nothing is said. */
export function isBridged({ networkMode = "bridge" }: TaskDefinitionValues): boolean {
  return networkMode === "bridge";
}

/** What ECS refuses where a definition is for Fargate, or asks for a network of its own. */
export function validateLaunchType(values: TaskDefinitionValues, path: string): Issue[] {
  const below = (i: number): string => `${path}.containerDefinitions[${i}]`;
  const containers = values.containerDefinitions;
  const fargate = isForFargate(values) ? onFargate(values, path) : [];
  const awsvpc = containers.flatMap((container, i) =>
    values.networkMode === "awsvpc"
      ? given(container, NOT_WITH_AWSVPC).map((field) =>
          refusal(
            `${below(i)}.${field}`,
            "is not available with the network mode awsvpc",
            "awsvpc",
          ),
        )
      : [],
  );
  const reported = new Set(fargate.map((issue) => issue.path));
  return [
    ...fargate,
    ...awsvpc.filter((issue) => !reported.has(issue.path)),
    ...containers.flatMap((container, i) => hostPorts(container, values.networkMode, below(i))),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
function hostPorts({ portMappings = [] }: ContainerValues, mode = "", path: string): Issue[] {
  if (!OWN_PORTS.includes(mode)) return [];
  return portMappings.flatMap(({ containerPort, hostPort = 0 }, i) =>
    hostPort === 0 || containerPort === undefined || hostPort === containerPort
      ? []
      : [
          problem(
            "KECS1015",
            `${path}.portMappings[${i}].hostPort`,
            `"${hostPort}" is not the container's port, "${containerPort}", which the network mode ${mode} requires`,
            'leave it out, or choose the network mode "bridge"',
          ),
        ],
  );
}

function onFargate(values: TaskDefinitionValues, path: string): Issue[] {
  const below = `${path}.containerDefinitions`;
  return [
    ...values.containerDefinitions.flatMap((container, i) => [
      ...given(container, NOT_ON_FARGATE).map((field) => notThere(`${below}[${i}].${field}`)),
      ...given(container.linuxParameters ?? {}, LINUX_NOT_ON_FARGATE).map((field) =>
        notThere(`${below}[${i}].linuxParameters.${field}`),
      ),
      ...(container.linuxParameters?.capabilities?.add ?? []).flatMap((name, j) =>
        FARGATE_CAPABILITIES.includes(name)
          ? []
          : [notThere(`${below}[${i}].linuxParameters.capabilities.add[${j}]`, name)],
      ),
      ...logDriver(container, `${below}[${i}].logConfiguration.logDriver`),
    ]),
    ...given(values, ["ipcMode", "placementConstraints"]).map((field) =>
      notThere(`${path}.${field}`),
    ),
    ...(values.volumes ?? []).flatMap((volume, i) =>
      given(volume, NO_VOLUME_OF_FARGATE).map((field) =>
        notThere(`${path}.volumes[${i}].${field}`),
      ),
    ),
  ];
}

function logDriver({ logConfiguration }: ContainerValues, path: string): Issue[] {
  const driver = logConfiguration?.logDriver;
  return driver === undefined || FARGATE_LOG_DRIVERS.includes(driver)
    ? []
    : [notThere(path, driver)];
}

/** The fields of those names that ask for something. */
function given<K extends string>(of: object, names: readonly K[]): K[] {
  const values = of as Readonly<Record<string, unknown>>;
  return names.filter((name) => {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
}

function notThere(path: string, value?: string): Issue {
  const what = value === undefined ? "" : `"${value}" `;
  return refusal(path, `${what}is not available on FARGATE`, "FARGATE");
}

function refusal(path: string, message: string, cause: "FARGATE" | "awsvpc"): Issue {
  const other =
    cause === "FARGATE"
      ? "leave FARGATE out of requiresCompatibilities"
      : 'choose the network mode "bridge"';
  return problem("KECS1015", path, message, `leave it out, or ${other}`);
}
