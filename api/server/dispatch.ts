import * as acm from "../operations/acm";
import * as ec2 from "../operations/ec2";
import * as ecs from "../operations/ecs";
import * as elasticloadbalancing from "../operations/elasticloadbalancing";
import * as logs from "../operations/logs";
import { LENIENCIES as EC2_LENIENCIES } from "../operations/ec2/leniencies";
import { LENIENCIES as ECS_LENIENCIES } from "../operations/ecs/leniencies";
import { LENIENCIES as ELB_LENIENCIES } from "../operations/elasticloadbalancing/leniencies";
import { LENIENCIES as LOGS_LENIENCIES } from "../operations/logs/leniencies";
import * as sts from "../operations/sts";
import { AwsError } from "../world/awsError";
import type { Leniency } from "../world/leniency";
import type { Operation, Operations } from "../world/operation";

/** The operations of each service, by its name in signatures. */
export const OPERATIONS: Readonly<Record<string, Operations>> = {
  acm: acm.operations,
  ec2: ec2.operations,
  ecs: ecs.operations,
  elasticloadbalancing: elasticloadbalancing.operations,
  logs: logs.operations,
  sts: sts.operations,
};

/** Where they differ from AWS. */
export const LENIENCIES: Readonly<Record<string, readonly Leniency[]>> = {
  ec2: EC2_LENIENCIES,
  ecs: ECS_LENIENCIES,
  elasticloadbalancing: ELB_LENIENCIES,
  logs: LOGS_LENIENCIES,
};

/** What a service says of an operation that it does not have; clients know it as such. */
const UNKNOWN: Readonly<Record<string, string>> = { elasticloadbalancing: "InvalidAction" };

/** @throws AwsError for an operation of AWS that is not emulated */
export function operationOf(service: string, name: string): Operation<object, object> {
  const operations = OPERATIONS[service] ?? {};
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  // The wire layer has checked the input against the operation's own shape.
  if (found !== undefined) return found as Operation<object, object>;
  throw new AwsError(
    UNKNOWN[service] ?? "UnknownOperationException",
    `${name} of ${service} is not emulated by KECS; docs/aws-api.md lists the operations that are`,
  );
}
