import { validateBounds } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import { oneOf } from "../../../validate/oneOf";
import type { ContainerValues } from "../values/container";

type Mapping = NonNullable<ContainerValues["portMappings"]>[number];

const PORT = [1, 65535] as const;
const HOST_PORT = [0, 65535] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
const NAME = /^[a-z0-9_][-a-z0-9_]{0,63}$/;

/**
 * The ports of a task's containers. Here they share one network; on AWS as well, unless it is
 * `bridged`: then each container has all ports for itself.
 */
export function validatePorts(
  containers: readonly ContainerValues[],
  bridged: boolean,
  path: string,
): Issue[] {
  const mappings = containers.flatMap(({ portMappings = [] }, i) =>
    portMappings.map((mapping, j) => ({ mapping, at: `${path}[${i}].portMappings[${j}]` })),
  );
  const names = mappings.flatMap(({ mapping }) => mapping.name ?? []);
  return [
    ...mappings.flatMap(({ mapping, at }) => validateMapping(mapping, at)),
    ...(bridged ? shared(containers, path) : mappedTwice(containers, path)),
    ...repeated(names).map((name) =>
      problem(
        "KECS1015",
        path,
        `two ports have the name "${name}"`,
        "give each port of a task a name of its own",
      ),
    ),
  ];
}

function portsOf({ portMappings = [] }: ContainerValues): string[] {
  return portMappings.flatMap(({ containerPort, protocol = "tcp" }) =>
    containerPort === undefined ? [] : [`${containerPort}/${protocol}`],
  );
}

function mappedTwice(containers: readonly ContainerValues[], path: string): Issue[] {
  return repeated(containers.flatMap(portsOf)).map((port) =>
    problem(
      "KECS1015",
      path,
      `container port "${port}" is mapped twice; the containers of a task share one network`,
      "give each container of a task ports of its own",
    ),
  );
}

/** Accepted, as on AWS, with a warning: here the second one finds its port taken. */
function shared(containers: readonly ContainerValues[], path: string): Issue[] {
  return repeated(containers.flatMap((of) => [...new Set(portsOf(of))])).map((port) => ({
    ...problem(
      "KECS1023",
      path,
      `container port "${port}" is mapped by two containers; here the containers of a task share one network, so only one of them can listen on it`,
      "let one of them listen on another port",
    ),
    severity: "warning",
  }));
}

function validateMapping(mapping: Mapping, path: string): Issue[] {
  return [
    ...onePortOrRange(mapping, path),
    ...validateBounds(mapping.containerPort, PORT, `${path}.containerPort`),
    ...validateBounds(mapping.hostPort, HOST_PORT, `${path}.hostPort`),
    ...oneOf(mapping.protocol, ["tcp", "udp"], `${path}.protocol`),
    ...oneOf(mapping.appProtocol, ["http", "http2", "grpc"], `${path}.appProtocol`),
    ...(mapping.name === undefined || NAME.test(mapping.name)
      ? []
      : [
          problem(
            "KECS1001",
            `${path}.name`,
            `"${mapping.name}" is not 1 to 64 lower-case letters, digits, hyphens and underscores, not starting with a hyphen`,
            "choose a name that AWS allows",
          ),
        ]),
    ...(mapping.appProtocol !== undefined && mapping.name === undefined
      ? [
          problem(
            "KECS1009",
            `${path}.name`,
            "is missing; a port with an appProtocol needs it",
            "give the port a name",
          ),
        ]
      : []),
  ];
}

function onePortOrRange(mapping: Mapping, path: string): Issue[] {
  const { containerPort, containerPortRange: range } = mapping;
  if (range === undefined) {
    return containerPort === undefined
      ? [problem("KECS1009", `${path}.containerPort`, "is missing", "give it a value")]
      : [];
  }
  if (containerPort !== undefined) {
    return [
      problem(
        "KECS1015",
        path,
        "containerPort and containerPortRange exclude each other",
        "leave one of them out",
      ),
    ];
  }
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(range) ?? [];
  const valid = first !== undefined && Number(first) >= 1 && Number(first) < Number(last);
  return valid && Number(last) <= 65535
    ? []
    : [
        problem(
          "KECS1011",
          `${path}.containerPortRange`,
          `"${range}" is not a range of ports from 1 to 65535`,
          'write it as "8000-8010"',
        ),
      ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) < i))];
}
