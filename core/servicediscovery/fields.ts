import type { Connection } from "../connection";
import { argumentFields } from "../support/argumentFields";
import { CONNECTION_FIELD } from "../support/connectionFields";
import { holding, ignored, refused } from "../support/fieldSpec";
import { among } from "../support/fieldTable";
import type { DiscoveryValues } from "./validate";

/** A PrivateDnsNamespace's arguments, resolved. */
export interface NamespaceValues {
  readonly connection: Connection;
  readonly name: string;
  readonly description?: string;
}

interface ResolvedService extends DiscoveryValues {
  readonly connection: Connection;
  readonly dnsConfig: DiscoveryValues["dnsConfig"] & { readonly namespaceName?: string };
}

const WARNING = { code: "KECS1023" } as const;
const REGION = ignored("text", "the region is the instance's");
const TAGS = ignored("textMap", "a namespace has no tags here");

/** Every field of a PrivateDnsNamespace, and those of `aws.servicediscovery.PrivateDnsNamespace`. */
export const NAMESPACE_FIELDS = argumentFields<NamespaceValues>("a namespace", WARNING, {
  connection: CONNECTION_FIELD,
  name: "text!",
  description: "text",
  vpc: "text",
  region: REGION,
  tags: TAGS,
});

/** Every field of an HttpNamespace, and those of `aws.servicediscovery.HttpNamespace`. */
export const HTTP_NAMESPACE_FIELDS = argumentFields<NamespaceValues>("a namespace", WARNING, {
  connection: CONNECTION_FIELD,
  name: "text!",
  description: "text",
  region: REGION,
  tags: TAGS,
});

/** Every field of a DiscoveryService, and those of `aws.servicediscovery.Service`. */
export const DISCOVERY_SERVICE_FIELDS = argumentFields<ResolvedService>(
  "a service of Cloud Map",
  WARNING,
  {
    connection: CONNECTION_FIELD,
    name: "text!",
    description: "text",
    dnsConfig: holding("object!", {
      namespaceId: "text!",
      namespaceName: "text",
      dnsRecords: holding("objects!", { type: "text!", ttl: "number!" }),
      routingPolicy: "text",
    }),
    healthCheckCustomConfig: holding("object", { failureThreshold: "number" }),
    forceDestroy: "boolean",
    healthCheckConfig: refused(
      "object",
      "there are no checks from outside; answers contain only ready tasks",
      "leave it out",
      { fields: { failureThreshold: "number", resourcePath: "text", type: "text" } },
    ),
    namespaceId: refused(
      "text",
      "namespaces without DNS are not available here",
      "name the namespace in dnsConfig.namespaceId",
    ),
    region: REGION,
    tags: ignored("textMap", "a service of Cloud Map has no tags here"),
    type: refused("text", "every service is found by DNS here", "leave it out", {
      only: among("HTTP"),
    }),
  },
);
