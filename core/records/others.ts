import { problem, type Issue } from "../validate";
import type { ObjectRecord } from "./records";

/** What AWS's API says in the place of the stack in a record that it writes. */
export const API_STACK = "aws-api";

/** Whether AWS's API or another stack than this one made an object, and it has not ended. */
export function isOfOthers(
  { stack, attributes: { status = "ACTIVE" } }: ObjectRecord,
  isOwn: (stack: string) => boolean,
): boolean {
  return !isOwn(stack) && status === "ACTIVE";
}

const RENAMED = "kecs:takeOver is for a stack that was renamed";

interface Kind {
  /** What such an object is called. */
  readonly what: string;
  /** The argument that makes two objects one; absent where that is the component's own name. */
  readonly field?: string;
  /** What removes it, behind `aws`; absent where the API makes none. */
  readonly remove?: (of: ObjectRecord) => string;
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
  ts: { what: "trust store", field: "name" },
  namespace: { what: "namespace", field: "name" },
  discovery: { what: "service of Cloud Map", field: "name" },
  schedule: { what: "schedule", field: "name" },
};

/**
 * The issue of an object that a program is to make, and that somebody made through AWS's API or by
 * another stack.
 *
 * @param path how errors call what is to make it
 */
export function madeByOthers(record: ObjectRecord, instance: string, path: string): Issue {
  const kind = KINDS[record.kind];
  const field = kind?.field;
  const what = `the ${kind?.what ?? record.kind} "${record.arn}"`;
  const at = field === undefined ? path : `${path}.${field}`;
  const another = `choose another ${field ?? "name"}`;
  if (record.stack !== API_STACK) {
    return problem(
      "KECS1038",
      at,
      `${what} of instance "${instance}" belongs to stack "${record.stack}"`,
      `${another}, or remove it from that stack first; ${RENAMED}`,
    );
  }
  return problem(
    "KECS1036",
    at,
    `${what} was made through the AWS API of instance "${instance}"`,
    kind?.remove === undefined
      ? another
      : `${another}, or remove it, with the variables of kecs env: aws ${kind.remove(record)}`,
  );
}

/** The issue of a host name that a program is to lead somewhere, and that is another stack's. */
export function nameOfOthers({ arn, stack }: ObjectRecord, name: string, path: string): Issue {
  return problem(
    "KECS1038",
    path,
    `host name "${name}" belongs to "${arn}" of stack "${stack}"`,
    `choose another name, or remove it from that stack first; ${RENAMED}`,
  );
}
