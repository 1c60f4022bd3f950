import { validateBounds } from "../awsNames";
import { fitsDiscovery, MOST_LABELS } from "./discoveryName";
import { problem, type Issue } from "../validate";
import { reservedNamespace } from "../reservedNames";

/** A DiscoveryService's arguments, resolved. */
export interface DiscoveryValues {
  readonly name: string;
  readonly dnsConfig: {
    readonly namespaceId: string;
    readonly dnsRecords: readonly { readonly type: string; readonly ttl: number }[];
    readonly routingPolicy?: string;
  };
  readonly healthCheckCustomConfig?: { readonly failureThreshold?: number };
}

const LABEL = /^(?!.*--)[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
/** https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsRecord.html */
const TTL_SECONDS = [0, 2_147_483_647] as const;
/**
 * AWS checks it and takes it for 1.
 * https://docs.aws.amazon.com/cloud-map/latest/api/API_HealthCheckCustomConfig.html
 */
const FAILURE_THRESHOLD = [1, 10] as const;

/** Every problem of the name of a namespace or of a service. */
export function validateDiscoveryName(name: string, path: string): Issue[] {
  if (name.split(".").every((label) => LABEL.test(label))) return [];
  return [
    problem(
      "KECS1001",
      path,
      `"${name}" is not a name of labels separated by dots, each of letters, digits and single inner hyphens`,
      'choose a name such as "orders" or "myapp.local"',
    ),
  ];
}

/** https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateHttpNamespace.html */
const HTTP_NAME = /^[!-~]{1,1024}$/;

/** The issue of the name of a namespace that DNS does not know. */
export function validateHttpNamespaceName(name: string, path: string): Issue[] {
  if (HTTP_NAME.test(name)) return [];
  return [
    problem(
      "KECS1001",
      path,
      `"${name}" is not 1 to 1024 printable characters of ASCII without spaces`,
      'choose a name such as "myapp"',
    ),
  ];
}

/** Every problem of a service's arguments; `namespace` is the namespace's name. */
export function validateDiscoveryService(
  values: DiscoveryValues,
  namespace: string,
  path: string,
): Issue[] {
  const { name, dnsConfig, healthCheckCustomConfig: check } = values;
  const issues = validateDiscoveryName(name, `${path}.name`);
  return [
    ...(issues.length > 0 ? issues : validateWhole(`${name}.${namespace}`, `${path}.name`)),
    ...reservedNamespace(namespace, `${path}.dnsConfig.namespaceId`),
    ...validateRecords(dnsConfig.dnsRecords, `${path}.dnsConfig.dnsRecords`),
    ...validatePolicy(dnsConfig.routingPolicy, `${path}.dnsConfig.routingPolicy`),
    ...validateBounds(
      check?.failureThreshold,
      FAILURE_THRESHOLD,
      `${path}.healthCheckCustomConfig.failureThreshold`,
    ),
  ];
}

function validateWhole(dnsName: string, path: string): Issue[] {
  if (fitsDiscovery(dnsName)) return [];
  return [
    problem(
      "KECS1001",
      path,
      `"${dnsName}" is too long for this instance's DNS`,
      `choose a shorter name, of at most ${MOST_LABELS} labels`,
    ),
  ];
}

function validateRecords(
  records: DiscoveryValues["dnsConfig"]["dnsRecords"],
  path: string,
): Issue[] {
  if (records.length === 0) {
    return [problem("KECS1009", path, "there is no record", 'add { type: "A", ttl: 10 }')];
  }
  return records.flatMap(({ type, ttl }, i) => [
    ...(type === "A"
      ? []
      : [
          problem(
            "KECS1013",
            `${path}[${i}].type`,
            `"${type}" records are not available here, only "A"`,
            "use an A record: every task has its own address, and listens on its container ports there",
          ),
        ]),
    ...validateBounds(ttl, TTL_SECONDS, `${path}[${i}].ttl`, "seconds"),
  ]);
}

function validatePolicy(policy: string | undefined, path: string): Issue[] {
  if (policy === undefined || policy === "MULTIVALUE") return [];
  if (policy !== "WEIGHTED") {
    const message = `"${policy}" is not one of MULTIVALUE, WEIGHTED`;
    return [problem("KECS1008", path, message, "choose MULTIVALUE")];
  }
  return [
    {
      ...problem(
        "KECS1023",
        path,
        "every answer contains all ready tasks, not one chosen at random",
        "choose MULTIVALUE, which is what KECS does",
      ),
      severity: "warning",
    },
  ];
}
