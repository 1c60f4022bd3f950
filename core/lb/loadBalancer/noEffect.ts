import { problem, type Issue } from "../../validate";
import { warnOfUnused, type UsedArguments } from "../../support/unusedArguments";
import type { AlbValues } from "./values";

/** Arguments that mean something on AWS and nothing here, where they ask for more than the default. */
const MISLEADING: readonly (readonly [keyof AlbValues, (values: AlbValues) => boolean])[] = [
  ["internal", (of) => of.internal === true],
  ["ipAddressType", (of) => of.ipAddressType !== undefined && of.ipAddressType !== "ipv4"],
  ["securityGroups", (of) => (of.securityGroups ?? []).length > 0],
  ["enableDeletionProtection", (of) => of.enableDeletionProtection === true],
  ["enableWafFailOpen", (of) => of.enableWafFailOpen === true],
  ["clientKeepAlive", (of) => of.clientKeepAlive !== undefined],
  [
    "desyncMitigationMode",
    (of) => of.desyncMitigationMode !== undefined && of.desyncMitigationMode !== "defensive",
  ],
  ["accessLogs", (of) => of.accessLogs?.enabled === true],
  ["connectionLogs", (of) => of.connectionLogs?.enabled === true],
];

/** What a load balancer reads, if only to say that it is without effect. */
const USED: UsedArguments<AlbValues> = {
  connection: true,
  name: true,
  hostnames: true,
  idleTimeout: true,
  enableHttp2: true,
  dropInvalidHeaderFields: true,
  xffHeaderProcessingMode: true,
  enableXffClientPort: true,
  enableTlsVersionAndCipherSuiteHeaders: true,
  preserveHostHeader: true,
  clientKeepAlive: true,
  desyncMitigationMode: true,
  loadBalancerType: true,
  internal: true,
  ipAddressType: true,
  securityGroups: true,
  subnets: true,
  enableDeletionProtection: true,
  enableCrossZoneLoadBalancing: true,
  enableWafFailOpen: true,
  accessLogs: true,
  connectionLogs: true,
  catchAll: true,
  hostHeader: true,
  simulateSourceIp: true,
  quotas: true,
  tags: true,
};

/** One warning that names all of a load balancer's arguments without effect here. */
export function warnOfNoEffect(values: AlbValues, path: string): Issue[] {
  const names = MISLEADING.filter(([, given]) => given(values)).map(([name]) => name);
  const unused = warnOfUnused(values, USED, path);
  if (names.length === 0) return unused;
  return [
    ...unused,
    {
      ...problem(
        "KECS1013",
        path,
        `${names.join(", ")}: without effect here`,
        "do not rely on them locally",
      ),
      severity: "warning",
    },
  ];
}
