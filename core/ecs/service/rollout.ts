import { withRevision, type ServiceRevision } from "./revision";

/*
 * How the deployments of a service went that AWS's API deploys. Its record holds that, so that a note and
 * what follows from it are one change.
 */
export interface ServiceRollout {
  /** Those that came to their end, the latest last. */
  readonly completed: readonly CompletedDeployment[];
  /** The one that the circuit breaker gave up since then. */
  readonly failed?: FailedDeployment;
  /** Those that it gave up earlier, the latest last. */
  readonly failedBefore?: readonly FailedDeployment[];
  /** Those in whose place somebody wanted another, the latest last. */
  readonly replaced?: readonly ReplacedDeployment[];
}

/** What a service says of its deployments. */
interface RolledOut {
  readonly rollout?: ServiceRollout;
}

export interface CompletedDeployment {
  /** What its pods are called. */
  readonly deployment: string;
  readonly at: string;
  readonly revision: ServiceRevision;
}

export interface ReplacedDeployment {
  /** What its pods are called. */
  readonly deployment: string;
  readonly createdAt: string;
  readonly replacedAt: string;
  /** What the pods of the other are called. */
  readonly by: string;
  readonly revision: ServiceRevision;
}

export interface FailedDeployment {
  /** What its pods are called. */
  readonly deployment: string;
  readonly at: string;
  readonly taskDefinition: string;
  /** Why, without secret values; empty where nothing tells. */
  readonly reason: string;
  /** How often its tasks failed. */
  readonly failures: number;
  readonly isRolledBack: boolean;
  /** What the pods of the deployment are called that was made again. */
  readonly rolledBackTo?: string;
  /** Where none was complete before: as many of its own tasks ran, and go on. */
  readonly running?: number;
  /** Where none was complete before: what tasks of an earlier deployment are made of that still run. */
  readonly before?: ServiceRevision;
}

/** AWS keeps those of 90 days. */
const MOST_KEPT = 10;

export function rolloutOf({ rollout }: RolledOut): ServiceRollout {
  return rollout ?? { completed: [] };
}

export function lastCompleted(of: RolledOut) {
  return rolloutOf(of).completed.at(-1);
}

/** Notes that a deployment came to its end; what failed before is past. */
export function withCompleted(of: RolledOut, done: CompletedDeployment): ServiceRollout {
  const rollout = withoutFailed(rolloutOf(of));
  const before = rollout.completed.filter(({ deployment }) => deployment !== done.deployment);
  return { ...rollout, completed: [...before, done].slice(-MOST_KEPT) };
}

/** Notes that somebody wanted another deployment in place of one. */
export function withReplaced(rollout: ServiceRollout, one: ReplacedDeployment): ServiceRollout {
  return { ...rollout, replaced: [...(rollout.replaced ?? []), one].slice(-MOST_KEPT) };
}

/** What failed is past: something else is deployed. */
export function withoutFailed({ failed, ...rollout }: ServiceRollout): ServiceRollout {
  if (failed === undefined) return rollout;
  const { failedBefore = [] } = rollout;
  return { ...rollout, failedBefore: [...failedBefore, failed].slice(-MOST_KEPT) };
}

/** A deployment as one that the circuit breaker gave up, if it did at some time. */
export function failedDeployment(of: RolledOut, deployment: string): FailedDeployment | undefined {
  return failedDeployments(of).findLast((each) => each.deployment === deployment);
}

/** Those that the circuit breaker gave up, the latest last. */
export function failedDeployments(of: RolledOut): readonly FailedDeployment[] {
  const { failed, failedBefore = [] } = rolloutOf(of);
  return [...failedBefore, ...(failed === undefined ? [] : [failed])];
}

/** The deployment that was given up, and in whose place no other was made. */
export function stoppedDeployment(of: RolledOut): FailedDeployment | undefined {
  const { failed } = rolloutOf(of);
  return failed?.isRolledBack === false ? failed : undefined;
}

/**
 * What there is to be of a service: what it says, unless the circuit breaker stopped its deployment. Then
 * the tasks of the deployment before go on, or else those of its own that run.
 */
export function deployedAttributes<
  T extends RolledOut & ServiceRevision & { readonly desiredCount: number },
>(of: T, isThere: (taskDefinition: string) => boolean): T {
  const stopped = stoppedDeployment(of);
  if (stopped === undefined) return of;
  const before = lastCompleted(of)?.revision ?? stopped.before;
  return before === undefined || !isThere(before.taskDefinition)
    ? { ...of, desiredCount: Math.min(of.desiredCount, stopped.running ?? 0) }
    : withRevision(of, before);
}
