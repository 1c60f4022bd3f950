import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";

/** Arguments of a PrivateDnsNamespace, shaped like those of `aws.servicediscovery.PrivateDnsNamespace`. */
export interface PrivateDnsNamespaceArgs {
  /** The instance that the namespace belongs to. A change replaces the namespace. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the namespace, such as `myapp.local`: the part after the services' names. A change
   * replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /** Description of the namespace. A change updates in place. */
  readonly description?: pulumi.Input<string | undefined>;
  /** Locally: an instance is one network, so nothing depends on it. */
  readonly vpc?: pulumi.Input<string | undefined>;
}

/** Arguments of an HttpNamespace, shaped like those of `aws.servicediscovery.HttpNamespace`. */
export interface HttpNamespaceArgs {
  /** The instance that the namespace belongs to. A change replaces the namespace. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the namespace, such as `myapp`: 1 to 1024 printable characters without spaces. A change
   * replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /** Description of the namespace. A change updates in place. */
  readonly description?: pulumi.Input<string | undefined>;
}

/**
 * Arguments of a DiscoveryService, shaped like those of `aws.servicediscovery.Service`.
 * https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html
 */
export interface DiscoveryServiceArgs {
  /** The instance that the service belongs to. A change replaces the service. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the service, such as `orders`: tasks reach it as `orders.myapp.local`. A change replaces
   * it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /** Namespace and records. */
  readonly dnsConfig: pulumi.Input<DnsConfigArgs>;
  /** Locally: answers contain only ready tasks, with or without it. */
  readonly healthCheckCustomConfig?: pulumi.Input<HealthCheckCustomConfigArgs | undefined>;
  /** Description of the service. A change updates in place. */
  readonly description?: pulumi.Input<string | undefined>;
}

/** Namespace and records of a DiscoveryService. */
export interface DnsConfigArgs {
  /** Id of the namespace. A change replaces the service. */
  readonly namespaceId: pulumi.Input<string>;
  /**
   * Name of the namespace, if another stack has made it: an id does not contain the name.
   *
   * @default the name of this program's namespace with the id
   */
  readonly namespaceName?: pulumi.Input<string | undefined>;
  /** One record of type `A`. */
  readonly dnsRecords: pulumi.Input<pulumi.Input<DnsRecordArgs>[]>;
  /**
   * `MULTIVALUE`: every ready task is in the answer. `WEIGHTED` is treated the same, with a
   * warning.
   *
   * @default "MULTIVALUE"
   */
  readonly routingPolicy?: pulumi.Input<string | undefined>;
}

/** A record of a DiscoveryService. */
export interface DnsRecordArgs {
  /** `A`; others are rejected. */
  readonly type: pulumi.Input<string>;
  /** Seconds, 0 to 2147483647. Locally: answers are always cached for five seconds. */
  readonly ttl: pulumi.Input<number>;
}

/** A health check that depends on the tasks' own health. */
export interface HealthCheckCustomConfigArgs {
  /** 1 to 10. AWS treats every value as 1. */
  readonly failureThreshold?: pulumi.Input<number | undefined>;
}
