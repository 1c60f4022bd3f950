import { digest } from "../../naming";

/*
 * A deployment goes by what is deployed, and by the number of the attempt: `<digest>.<attempt>`. The
 * pods bear it, so a further attempt at the same thing is a change that Pulumi sees. ADR 0006.
 */

/** On the pods of a deployment: which one it is. */
export const DEPLOYMENT_ANNOTATION = "kecs.dev/deployment";
/** On a Deployment or a Job: which of its deployments was given up. */
export const FAILED_ANNOTATION = "kecs.dev/failed-deployment";
/** Beside it: why, without secret values. */
export const FAILURE_ANNOTATION = "kecs.dev/failure";
/** Who writes what KECS itself has to say about an object that Pulumi made. */
export const FIELD_MANAGER = "kecs";

/** What the cluster knows of a service or a task before the program changes anything. */
export interface ObservedDeployment {
  /** The deployment whose pods are wanted now. */
  readonly current: string | undefined;
  /** The one that was given up last. */
  readonly failed: string | undefined;
  /** Whether the current one came to its end after all. */
  readonly isSound: boolean;
}

/** The name of the deployment that makes this of a service: a new one only where that is due. */
export function deploymentId(wanted: unknown, before: ObservedDeployment): string {
  const what = digest(JSON.stringify(wanted), 16);
  const { current, failed, isSound } = before;
  const isFailed = failed !== undefined && isOf(failed, what);
  if (current !== undefined && isOf(current, what) && (!isFailed || isSound)) return current;
  return `${what}.${isFailed ? attemptOf(failed) + 1 : 1}`;
}

function isOf(deployment: string, what: string): boolean {
  return deployment.startsWith(`${what}.`);
}

function attemptOf(deployment: string): number {
  const attempt = Number(deployment.split(".")[1]);
  return Number.isInteger(attempt) ? attempt : 1;
}
