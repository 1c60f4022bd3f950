import { nameFromArn } from "../../arn";
import { validateBounds } from "../../awsNames";
import { MOST_LABELS } from "../../servicediscovery/discoveryName";
import { closest } from "../../text/closest";
import { problem, type Issue } from "../../validate";
import type { ContainerModel } from "../pod/model";
import { namedPort, type PlacedAlias } from "./aliases";
import { endpointName } from "./names";
import type { ServiceConnectConfigurationValues, ServiceConnectServiceValues } from "./values";

const PORT = [1, 65535] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html */
const DISCOVERY_NAME = /^[a-z0-9_][-a-z0-9_]{0,63}$/;
/** A label of DNS, without what the name of an endpoint has between labels. */
const LABEL = /^(?!.*--)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const OBJECT_NAME_LENGTH = 63;
/** Any namespace's digits are as long. */
const ANY_NAMESPACE = "ns-0000000000000000";

/**
 * Every problem of Service Connect that its arguments have by themselves; `containers` are those of
 * the task definition, which a preview need not know.
 */
export function validateServiceConnect(
  values: ServiceConnectConfigurationValues | undefined,
  containers: readonly Pick<ContainerModel, "ports">[] | "unknown" | undefined,
  path: string,
): Issue[] {
  if (values?.enabled !== true) return [];
  const { namespace, services = [] } = values;
  return [
    ...validateNamespaceReference(namespace, `${path}.namespace`),
    ...services.flatMap((service, i) => {
      const at = `${path}.services[${i}]`;
      return [
        ...(Array.isArray(containers)
          ? validatePortName(service, containers as readonly ContainerModel[], `${at}.portName`)
          : []),
        ...validateDiscoveryName(service, `${at}.discoveryName`),
        ...validateAliases(service, `${at}.clientAlias`),
      ];
    }),
  ];
}

/** The issue of an ARN that is of something else than a namespace; a name is one of any form. */
export function validateNamespaceReference(namespace: string | undefined, path: string): Issue[] {
  if (namespace?.startsWith("arn:") !== true) return [];
  if (nameFromArn("discoveryNamespace", namespace) !== undefined) return [];
  return [
    problem(
      "KECS1010",
      path,
      `"${namespace}" is not the ARN of a namespace of Cloud Map`,
      "pass the arn output of an HttpNamespace or a PrivateDnsNamespace",
    ),
  ];
}

function validatePortName(
  { portName }: ServiceConnectServiceValues,
  containers: readonly Pick<ContainerModel, "ports">[],
  path: string,
): Issue[] {
  const port = namedPort(portName, containers);
  if (port?.protocol === "udp") {
    return [
      problem(
        "KECS1015",
        path,
        `port "${portName}" is a UDP port, and Service Connect is for TCP`,
        "name a port mapping with the protocol tcp",
      ),
    ];
  }
  if (port !== undefined) return [];
  const names = containers.flatMap(({ ports }) => ports.flatMap(({ name }) => name ?? []));
  const near = closest(portName, names);
  const list = names.map((name) => `"${name}"`).join(", ");
  return [
    problem(
      "KECS1008",
      path,
      `the task definition has no port mapping with the name "${portName}"`,
      near !== undefined
        ? `did you mean "${near}"?`
        : names.length === 0
          ? "give a port mapping of the task definition this name"
          : `use one of ${list}`,
    ),
  ];
}

function validateDiscoveryName(
  { discoveryName }: ServiceConnectServiceValues,
  path: string,
): Issue[] {
  if (discoveryName === undefined || DISCOVERY_NAME.test(discoveryName)) return [];
  return [
    problem(
      "KECS1001",
      path,
      `"${discoveryName}" is not 1 to 64 lowercase letters, digits, underscores and hyphens without a hyphen in front`,
      "choose a name that AWS allows",
    ),
  ];
}

function validateAliases(
  { clientAlias: aliases = [] }: ServiceConnectServiceValues,
  path: string,
): Issue[] {
  if (aliases.length === 0) {
    return [
      problem("KECS1009", path, "there is no alias", "add { port: 80 }, the port of clients"),
    ];
  }
  if (aliases.length > 1) {
    return [
      problem(
        "KECS1019",
        path,
        `there are ${aliases.length} aliases, and AWS allows 1`,
        "name the port in another of the services for each further alias",
      ),
    ];
  }
  return aliases.flatMap(({ dnsName, port }, i) => [
    ...validateBounds(port, PORT, `${path}[${i}].port`),
    ...(dnsName === undefined ? [] : validateDnsName(dnsName, `${path}[${i}].dnsName`)),
  ]);
}

/** The issue of a name that the instance's DNS cannot have. */
export function validateDnsName(dnsName: string, path: string): Issue[] {
  const labels = dnsName.split(".");
  const isFit =
    labels.length <= MOST_LABELS &&
    endpointName(ANY_NAMESPACE, dnsName).length <= OBJECT_NAME_LENGTH;
  if (isFit && labels.every((label) => LABEL.test(label))) return [];
  const message = isFit
    ? `"${dnsName}" is not a name of labels separated by dots, each of lowercase letters, digits and single inner hyphens`
    : `"${dnsName}" is too long for this instance's DNS`;
  return [problem("KECS1001", path, message, 'write a dnsName such as "orders" or "orders.myapp"')];
}

/** Every problem of a service's aliases among themselves, once their names are known. */
export function validateResolvedAliases(aliases: readonly PlacedAlias[], path: string): Issue[] {
  return aliases.flatMap((alias, i) => {
    const at = `${path}.services[${alias.index}].clientAlias[0]`;
    const earlier = aliases.slice(0, i);
    const same = earlier.find(
      ({ dnsName, port }) => dnsName === alias.dnsName && port === alias.port,
    );
    return [
      ...validateDnsName(alias.dnsName, `${at}.dnsName`),
      ...(same === undefined
        ? []
        : [
            problem(
              "KECS1015",
              at,
              `${path}.services[${same.index}] has the alias "${alias.dnsName}:${alias.port}" as well`,
              "choose another dnsName or port",
            ),
          ]),
    ];
  });
}
