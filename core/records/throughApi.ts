import { problem, type Issue } from "../validate";
import type { ObjectRecord } from "./records";

/** What AWS's API says in the place of the stack in a record that it writes. */
export const API_STACK = "aws-api";

/** Whether somebody made an object through AWS's API, and it has not ended. */
export function isOfApi({ stack, attributes: { status = "ACTIVE" } }: ObjectRecord): boolean {
  return stack === API_STACK && status === "ACTIVE";
}

interface Kind {
  /** What such an object is called. */
  readonly what: string;
  /** The argument that makes two objects one; absent where that is the component's own name. */
  readonly field?: string;
  /** What removes it, behind `aws`. */
  readonly remove: (of: ObjectRecord) => string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  lb: {
    what: "load balancer",
    field: "name",
    remove: ({ arn }) => `elbv2 delete-load-balancer --load-balancer-arn ${arn}`,
  },
  listener: {
    what: "listener",
    field: "port",
    remove: ({ arn }) => `elbv2 delete-listener --listener-arn ${arn}`,
  },
  rule: {
    what: "rule",
    field: "priority",
    remove: ({ arn }) => `elbv2 delete-rule --rule-arn ${arn}`,
  },
  tg: {
    what: "target group",
    field: "name",
    remove: ({ arn }) => `elbv2 delete-target-group --target-group-arn ${arn}`,
  },
  cert: {
    what: "certificate",
    remove: ({ arn }) => `acm delete-certificate --certificate-arn ${arn}`,
  },
  lc: {
    what: "listener certificate",
    field: "certificateArn",
    remove: ({ attributes: { listenerArn, certificateArn } }) =>
      `elbv2 remove-listener-certificates --listener-arn ${String(listenerArn)} --certificates CertificateArn=${String(certificateArn)}`,
  },
  cluster: {
    what: "cluster",
    field: "name",
    remove: ({ arn }) => `ecs delete-cluster --cluster ${arn}`,
  },
  svc: {
    what: "service",
    field: "name",
    remove: ({ arn, attributes }) =>
      `ecs delete-service --force --cluster ${String(attributes["cluster"])} --service ${arn}`,
  },
  td: {
    what: "task definition",
    field: "family",
    remove: ({ arn }) => `ecs deregister-task-definition --task-definition ${arn}`,
  },
};

/**
 * The issue of an object that a program is to make, and that somebody made through AWS's API.
 *
 * @param path how errors call what is to make it
 */
export function madeThroughApi(record: ObjectRecord, instance: string, path: string): Issue {
  const kind = KINDS[record.kind];
  const field = kind?.field;
  const another = `choose another ${field ?? "name"}`;
  return problem(
    "KECS1036",
    field === undefined ? path : `${path}.${field}`,
    `the ${kind?.what ?? record.kind} "${record.arn}" was made through the AWS API of instance "${instance}"`,
    kind === undefined
      ? another
      : `${another}, or remove it, with the variables of kecs env: aws ${kind.remove(record)}`,
  );
}
