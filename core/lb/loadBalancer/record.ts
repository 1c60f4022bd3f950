import { hostsOf } from "../../hosts";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { Attributes, LoadBalancerFacts } from "../model";
import { attributesOf } from "./attributes";
import { quotasOf } from "./quotas";
import type { AlbValues, Quotas } from "./values";

/** What the record of a load balancer says of it. */
export interface LoadBalancerAttributes extends Attributes {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly catchAll: boolean;
  readonly tags: Readonly<Record<string, string>>;
  /** Present where they are others than those of a new AWS account. */
  readonly quotas?: Quotas;
}

/** A load balancer as requests meet it, without its listeners. */
export function loadBalancerFacts(of: AlbValues): LoadBalancerFacts {
  return {
    name: of.name,
    hosts: hostsOf(of.name, of.hostnames ?? []),
    catchAll: of.catchAll ?? false,
    attributes: attributesOf(of),
  };
}

export function loadBalancerRecord(
  of: AlbValues,
  arn: string,
): RecordContent<LoadBalancerAttributes> {
  const { name, hosts, catchAll, attributes } = loadBalancerFacts(of);
  return {
    key: `lb-${name}`,
    arn,
    attributes: {
      name,
      hosts,
      catchAll,
      ...attributes,
      tags: of.tags ?? {},
      ...(of.quotas === undefined ? {} : { quotas: quotasOf(of) }),
    },
  };
}

/** The load balancer that a record is of. */
export function recordedLoadBalancer(record: Pick<ObjectRecord, "attributes">): LoadBalancerFacts {
  const of = record.attributes as unknown as LoadBalancerAttributes;
  const { name, hosts, catchAll } = of;
  return {
    name,
    hosts,
    catchAll,
    attributes: {
      idleTimeout: of.idleTimeout,
      http2: of.http2,
      dropInvalidHeaderFields: of.dropInvalidHeaderFields,
      xffHeaderProcessingMode: of.xffHeaderProcessingMode,
      xffClientPort: of.xffClientPort,
      tlsHeaders: of.tlsHeaders,
      hostHeader: of.hostHeader,
      simulateSourceIp: of.simulateSourceIp,
    },
  };
}

/** How much the load balancer that a record is of can have. */
export function recordedQuotas({ attributes }: Pick<ObjectRecord, "attributes">): Quotas {
  return quotasOf(attributes);
}
