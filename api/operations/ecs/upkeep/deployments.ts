import { currentPods, deploymentOf } from "../../../../core/ecs/deployment/current";
import { judgeDeployment, type Verdict } from "../../../../core/ecs/deployment/judgeDeployment";
import { isHealthy } from "../../../../core/ecs/deployment/rolloutState";
import { snapshotIn, type Snapshot } from "../../../../core/ecs/deployment/snapshot";
import { countFailures, type FailureCount } from "../../../../core/ecs/observed/failureCount";
import { isReady } from "../../../../core/ecs/observed/isReady";
import { deploymentName } from "../../../../core/ecs/service/manifests";
import { serviceAttributes, type ServiceAttributes } from "../../../../core/ecs/service/record";
import { serviceRevision, withRevision } from "../../../../core/ecs/service/revision";
import {
  lastCompleted,
  rolloutOf,
  stoppedDeployment,
  withCompleted,
  type FailedDeployment,
} from "../../../../core/ecs/service/rollout";
import type { Change } from "../../../world/operation";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { isActive } from "../find/lifetime";
import { putAgain } from "../put";
import { safeText } from "../status/safeText";
import { awaitedDeployment, currentDeployment } from "../status/wanted";

/** What each deployment has failed so far, by service and deployment. */
export type FailureCounts = ReadonlyMap<string, FailureCount>;

interface Judged {
  readonly key: string;
  readonly counted: FailureCount;
  readonly changes: readonly Change[];
}

/**
 * Notes in the records of the API's services how their deployments went, and does with those that failed
 * what their circuit breaker says. A program's deployments are `pulumi up`'s.
 */
export function upkeepOfDeployments(
  world: World,
  before: FailureCounts,
): { readonly changes: readonly Change[]; readonly counts: FailureCounts } {
  const judged = ofKind(world, "svc")
    .filter((service) => service.owner === "api" && isActive(service))
    .flatMap((service) => judge(service, world, before) ?? []);
  return {
    changes: judged.flatMap(({ changes }) => changes),
    counts: new Map(judged.map(({ key, counted }) => [key, counted])),
  };
}

/** All that the pods of a deployment failed counts, whenever the counting begins. */
const NOTHING: FailureCount = { failures: 0, forgiven: {}, healthy: [] };

function judge(service: AwsObject, world: World, before: FailureCounts): Judged | undefined {
  const attributes = serviceAttributes(service);
  const snapshot = snapshotIn(world.cluster, deploymentName(attributes));
  if (snapshot === undefined) return undefined;
  if (awaitedDeployment(service, world, snapshot.deployment) !== undefined) return undefined;
  if (stoppedDeployment(attributes) !== undefined) return undefined;
  const { template } = snapshot.deployment.spec;
  const key = `${service.arn}/${deploymentOf(template) ?? ""}`;
  const counted = count(snapshot, world, before.get(key) ?? NOTHING);
  const noted = {
    completed: lastCompleted(attributes)?.deployment,
    failed: rolloutOf(attributes).failed?.deployment,
  };
  const verdict = judgeDeployment(snapshot, noted, counted, world.now.getTime());
  const after =
    verdict === undefined
      ? undefined
      : afterVerdict(attributes, verdict, { ...counted, snapshot }, world);
  return {
    key,
    counted,
    changes: after === undefined ? [] : [putAgain({ ...service, attributes: { ...after } }, {})],
  };
}

/** Tasks that are going count no more. */
function count(snapshot: Snapshot, { now }: World, before: FailureCount): FailureCount {
  const time = now.getTime();
  const pods = currentPods(snapshot).filter(
    ({ metadata }) => metadata.deletionTimestamp === undefined,
  );
  const seen = { pods, events: snapshot.events, now: time };
  return countFailures(before, seen, isHealthy(snapshot, time));
}

/** What the record of a service says after a verdict; undefined where it says the same. */
function afterVerdict(
  attributes: ServiceAttributes,
  { kind, deployment, diagnoses }: Verdict,
  { failures, snapshot }: FailureCount & { readonly snapshot: Snapshot },
  { now, objects }: World,
): ServiceAttributes | undefined {
  const at = now.toISOString();
  if (kind === "completed") {
    const revision = serviceRevision(attributes);
    return { ...attributes, rollout: withCompleted(attributes, { deployment, at, revision }) };
  }
  const { enable, rollback } = attributes.deploymentCircuitBreaker;
  if (!enable) return undefined;
  const last = lastCompleted(attributes);
  const isThere = objects.some(({ arn }) => arn === last?.revision.taskDefinition);
  const isRolledBack = rollback && isThere;
  const [gravest] = diagnoses;
  const failed = {
    deployment,
    at,
    taskDefinition: attributes.taskDefinition,
    reason: gravest === undefined ? "" : safeText(gravest),
    failures,
    isRolledBack,
    ...(isRolledBack && last !== undefined ? { rolledBackTo: last.deployment } : {}),
    ...(isThere ? {} : whatRuns(attributes, snapshot)),
  };
  const noted = { ...attributes, rollout: { ...rolloutOf(attributes), failed } };
  return last === undefined || !isRolledBack
    ? noted
    : { ...withRevision(noted, last.revision), updatedAt: at };
}

/** What goes on where no deployment was complete: ECS stops no task because others cannot start. */
function whatRuns(
  attributes: ServiceAttributes,
  snapshot: Snapshot,
): Pick<FailedDeployment, "running" | "before"> {
  const ready = snapshot.pods.filter(isReady);
  const failing = currentDeployment(snapshot.deployment);
  const before = rolloutOf(attributes).replaced?.findLast(
    ({ deployment }) =>
      deployment !== failing && ready.some((pod) => deploymentOf(pod) === deployment),
  );
  return {
    running: ready.filter((pod) => deploymentOf(pod) === failing).length,
    ...(before === undefined ? {} : { before: before.revision }),
  };
}
