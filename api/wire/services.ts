import { NormalizedSchema } from "@smithy/core/schema";

import { EC2 } from "./ec2/schemas";
import { awsJson } from "./json/awsJson";
import type { Protocol } from "./protocol/protocol";
import type { Schema } from "./protocol/schema";
import { awsQuery } from "./query/awsQuery";
import { ec2Query } from "./query/ec2Query";
import * as sts from "./sts";

/** A service of AWS: its protocol, and the package that has its schemas, loaded at its first call. */
export interface Service {
  readonly protocol: Protocol;
  readonly load: () => Promise<object>;
  /**
   * What of the service is another emulator's: the operations that are not here, or where there is such an
   * emulator all of them, for what one of them makes the others tell of.
   */
  readonly elsewhere?: "rest" | "all";
}

/** By the name in a request's credential scope. */
export const SERVICES = {
  acm: { protocol: awsJson("CertificateManager"), load: () => import("@aws-sdk/client-acm") },
  ec2: {
    protocol: ec2Query({
      version: "2016-11-15",
      xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15/",
      command: "ec2",
    }),
    load: () => Promise.resolve(EC2),
    elsewhere: "all",
  },
  ecs: {
    protocol: awsJson("AmazonEC2ContainerServiceV20141113"),
    load: () => import("@aws-sdk/client-ecs"),
  },
  elasticloadbalancing: {
    protocol: awsQuery({
      version: "2015-12-01",
      xmlNamespace: "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
      command: "elbv2",
    }),
    load: () => import("@aws-sdk/client-elastic-load-balancing-v2"),
  },
  logs: {
    protocol: awsJson("Logs_20140328"),
    load: () => import("@aws-sdk/client-cloudwatch-logs"),
  },
  sts: {
    protocol: awsQuery({
      version: "2011-06-15",
      xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
      command: "sts",
    }),
    load: () => Promise.resolve(sts),
    elsewhere: "rest",
  },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof SERVICES;

export function isService(name: string): name is ServiceName {
  return Object.hasOwn(SERVICES, name);
}

/** Whether another emulator, where there is one, answers all requests for a service. */
export function isElsewhere(name: string): boolean {
  if (!isService(name)) return true;
  const service: Service = SERVICES[name];
  return service.elsewhere === "all";
}

/** What an operation takes and gives. */
export interface OperationSchemas {
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

const OPERATION = 9;

/** The schemas of an operation by its name, if AWS's service has one of that name. */
export async function findOperation(
  service: ServiceName,
  name: string,
): Promise<OperationSchemas | undefined> {
  const exported = (await SERVICES[service].load()) as Readonly<Record<string, unknown>>;
  const found = Object.hasOwn(exported, `${name}$`) ? exported[`${name}$`] : undefined;
  if (!Array.isArray(found) || found[0] !== OPERATION) return undefined;
  const [input, output] = found.slice(4) as [Schema, Schema];
  return { input: NormalizedSchema.of(input), output: NormalizedSchema.of(output) };
}
