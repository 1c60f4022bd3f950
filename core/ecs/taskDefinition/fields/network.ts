import {
  byValue,
  emulated,
  ignored,
  refused,
  supported,
  type SpecsOf,
} from "../../../support/fieldSpec";
import type { ContainerValues } from "../values/container";

/** Ports and names. */
export const CONTAINER_NETWORK_FIELDS = {
  portMappings: supported(
    "objects",
    "load balancers and other tasks can reach them, and your machine those with a `hostPort` of the instance's range",
    {
      fields: {
        containerPort: supported("number", "as on ECS"),
        containerPortRange: emulated(
          "text",
          "every port of a task can be reached at its address anyway",
        ),
        hostPort: byValue(
          "number",
          {
            treatment: "emulated",
            here: "in a service without awsvpc, `localhost:<hostPort>` leads to the container's port: [ports of this machine](#ports-of-this-machine)",
            // The instance decides what its range is; nothing is warned of by this row.
            only: { text: "a TCP port of the instance's range", applies: () => false },
          },
          {
            treatment: "supported",
            here: "the same as the container's port, or 0",
            only: { text: "the same, or 0", applies: isOwnPort },
          },
          {
            treatment: "ignored",
            here: "no port of the machine is used; choose one of the instance's range, or use a listener's URL",
            only: { text: "any other port", applies: (value, beside) => !isOwnPort(value, beside) },
          },
        ),
        protocol: supported("text", "`tcp` and `udp`"),
        name: supported("text", "the name of the port"),
        appProtocol: emulated("text", "there is no Service Connect proxy that would use it"),
      },
    },
  ),
  hostname: ignored("text", "containers have the host name of their task"),
  extraHosts: emulated("objects", "applies to all containers of the task", {
    fields: { hostname: "text!", ipAddress: "text!" },
  }),
  links: emulated(
    "texts",
    "the names lead to 127.0.0.1, where the containers of a task reach each other",
  ),
  dnsServers: emulated(
    "texts",
    "used after the instance's own, by all containers of the task; at most three",
  ),
  dnsSearchDomains: emulated("texts", "applies to all containers of the task"),
  disableNetworking: refused(
    "boolean",
    "the containers of a task share one network",
    "leave it out locally",
  ),
} as const satisfies Partial<SpecsOf<ContainerValues>>;

function isOwnPort(value: unknown, beside: Readonly<Record<string, unknown>>): boolean {
  return value === 0 || value === beside["containerPort"];
}
