import type { MakeClaim } from "../../claims";
import { problem, type Issue } from "../../validate";
import { hostsOf } from "../../hosts";
import type { AlbValues } from "./values";

/** Whose host names they are: a load balancer, by how errors call it, of an instance. */
export interface HostOwner {
  readonly instance: string;
  readonly owner: string;
}

/** The issues of what another load balancer of the instance already has. */
export function albConflicts(
  instance: string,
  values: Pick<AlbValues, "name" | "hostnames" | "catchAll">,
  path: string,
  claim: MakeClaim,
): Issue[] {
  const hosts = hostsOf(values.name, values.hostnames ?? []);
  const issues = hostConflicts({ instance, owner: path }, hosts, path, claim);
  const owner = values.catchAll === true ? claim({ kind: "catchAll", instance }, path) : undefined;
  if (owner === undefined) return issues;
  return [
    ...issues,
    problem(
      "KECS1015",
      `${path}.catchAll`,
      `requests for unknown hosts already go to ${owner}`,
      "set catchAll for only one load balancer of an instance",
    ),
  ];
}

/**
 * The issues of host names that another load balancer of the instance has. On AWS each has
 * addresses of its own; here the Host header tells them apart.
 */
export function hostConflicts(
  { instance, owner }: HostOwner,
  hosts: readonly string[],
  path: string,
  claim: MakeClaim,
): Issue[] {
  return hosts.flatMap((host) => {
    const present = claim({ kind: "host", instance, host }, owner);
    // A rule may name a host of its own load balancer again.
    if (present === undefined || (present === owner && present !== path)) return [];
    return [
      problem(
        "KECS1012",
        path,
        `host name "${host}" belongs to ${present}`,
        "give each load balancer of an instance names of its own",
      ),
    ];
  });
}
