import { problem, type Issue } from ".";

/**
 * The issue of something that Pulumi's state holds and the cluster does not: an update compares
 * programs with the state, so it alone never finds out.
 */
export function missing(path: string, what: string): Issue {
  return problem(
    "KECS3012",
    path,
    `${what}; it was changed outside of Pulumi, whose state says otherwise`,
    "run pulumi up --refresh, or kecs start: both check the cluster and create missing objects again",
  );
}
