import { parts, type FieldRow } from "../../../support/fieldTable";

const C = "containerDefinitions[]";

/** Ports and names. */
export const CONTAINER_NETWORK_FIELDS: readonly FieldRow[] = [
  {
    path: `${C}.portMappings`,
    kind: "objects",
    treatment: "supported",
    here: "load balancers and other tasks can reach them; no port is opened on your machine",
  },
  {
    path: `${C}.portMappings[].containerPort`,
    kind: "number",
    treatment: "supported",
    here: "as on ECS",
  },
  {
    path: `${C}.portMappings[].containerPortRange`,
    kind: "text",
    treatment: "emulated",
    here: "every port of a task can be reached at its address anyway",
  },
  {
    path: `${C}.portMappings[].hostPort`,
    kind: "number",
    treatment: "supported",
    here: "the same as the container's port, or 0",
    only: { text: "the same, or 0", applies: isOwnPort },
  },
  {
    path: `${C}.portMappings[].hostPort`,
    kind: "number",
    treatment: "ignored",
    here: "no port of the machine is used; use a listener's URL, or the container's port",
    only: { text: "any other port", applies: (value, beside) => !isOwnPort(value, beside) },
  },
  {
    path: `${C}.portMappings[].protocol`,
    kind: "text",
    treatment: "supported",
    here: "`tcp` and `udp`",
  },
  {
    path: `${C}.portMappings[].name`,
    kind: "text",
    treatment: "supported",
    here: "the name of the port",
  },
  {
    path: `${C}.portMappings[].appProtocol`,
    kind: "text",
    treatment: "emulated",
    here: "there is no Service Connect proxy that would use it",
  },
  {
    path: `${C}.hostname`,
    kind: "text",
    treatment: "ignored",
    here: "containers have the host name of their task",
  },
  {
    path: `${C}.extraHosts`,
    kind: "objects",
    treatment: "emulated",
    here: "applies to all containers of the task",
  },
  ...parts(`${C}.extraHosts[]`, "emulated", "hostname:text!", "ipAddress:text!"),
  {
    path: `${C}.links`,
    kind: "texts",
    treatment: "emulated",
    here: "the names lead to 127.0.0.1, where the containers of a task reach each other",
  },
  {
    path: `${C}.dnsServers`,
    kind: "texts",
    treatment: "emulated",
    here: "used after the instance's own, by all containers of the task; at most three",
  },
  {
    path: `${C}.dnsSearchDomains`,
    kind: "texts",
    treatment: "emulated",
    here: "applies to all containers of the task",
  },
  {
    path: `${C}.disableNetworking`,
    kind: "boolean",
    treatment: "rejected",
    here: "the containers of a task share one network",
    instead: "leave it out locally",
  },
];

function isOwnPort(value: unknown, beside: Readonly<Record<string, unknown>>): boolean {
  return value === 0 || value === beside["containerPort"];
}
