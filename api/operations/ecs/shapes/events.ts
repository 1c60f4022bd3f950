import type { ServiceEvent } from "@aws-sdk/client-ecs";
import { uuid } from "../../../../core/arn";
import { digest } from "../../../../core/naming";
import { conditionOf, isLive, type Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { podDiagnoses } from "../../../../core/ecs/observed/podDiagnosis";
import { taskId } from "../../../../core/ecs/observed/podTask";
import { isReady } from "../../../../core/ecs/observed/isReady";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { failedDeployments, rolloutOf } from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";
import { deploymentNumber } from "../status/deploymentName";
import { dateOf, type ServiceStatus } from "../status/serviceStatus";
import { failureText } from "../status/stopWords";

/** AWS keeps as many. */
const MOST_EVENTS = 100;

interface Happened {
  readonly at: Date;
  readonly message: string;
}

/** What happened to a service, as far as the cluster still tells, the latest first. */
export function serviceEvents(
  service: AwsObject,
  world: World,
  status: ServiceStatus,
): ServiceEvent[] {
  const pods = status.snapshot?.pods ?? [];
  const happened = [
    ...started(pods),
    ...stopping(pods),
    ...registered(service, pods),
    ...failing(pods, world),
    ...ended(service, status),
    ...givenUp(service),
  ].map(({ at, message }, order) => ({
    at,
    order,
    message: `(service ${serviceAttributes(service).name}) ${message}`,
  }));
  return happened
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.order - a.order)
    .slice(0, MOST_EVENTS)
    .map(({ at, message }) => ({
      id: uuid(digest(`${service.arn}/${at.toISOString()}/${message}`, 32)),
      createdAt: at,
      message,
    }));
}

function started(pods: readonly Pod[]): Happened[] {
  return together(pods, ({ metadata }) => metadata.creationTimestamp).map(({ at, tasks }) => ({
    at,
    message: `has started ${tasks.length} tasks: ${tasks.join(" ")}.`,
  }));
}

function stopping(pods: readonly Pod[]): Happened[] {
  return together(pods, ({ metadata }) => metadata.deletionTimestamp).map(({ at, tasks }) => ({
    at,
    message: `has stopped ${tasks.length} running tasks: ${tasks.join(" ")}.`,
  }));
}

function registered(service: AwsObject, pods: readonly Pod[]): Happened[] {
  return serviceAttributes(service).loadBalancers.flatMap(({ targetGroupArn }) =>
    together(pods.filter(isReady), readySince).map(({ at, tasks }) => ({
      at,
      message: `registered ${tasks.length} targets in (target-group ${targetGroupArn})`,
    })),
  );
}

function failing(pods: readonly Pod[], { cluster: { events }, now }: World): Happened[] {
  return pods.filter(isLive).flatMap((pod) => {
    const [diagnosis] = podDiagnoses(pod, now.getTime(), events);
    const at = dateOf(pod.metadata.creationTimestamp);
    if (diagnosis?.isFailure !== true || at === undefined) return [];
    return [{ at, message: `(task ${taskId(pod)}) failed: ${failureText(diagnosis)}.` }];
  });
}

/** What the circuit breaker did, as far as the record tells: AWS's words, and then why. */
function givenUp(service: AwsObject): Happened[] {
  const name = (deployment: string): string => deploymentNumber(service.arn, deployment);
  return failedDeployments(serviceAttributes(service)).flatMap((failed) => {
    const { deployment, reason, rolledBackTo } = failed;
    const at = new Date(failed.at);
    const why = reason === "" ? "" : ` ${reason}.`;
    const which = `(deployment ${name(deployment)})`;
    return [
      { at, message: `${which} deployment failed: tasks failed to start.${why}` },
      ...(rolledBackTo === undefined
        ? []
        : [{ at, message: `rolling back to deployment ${name(rolledBackTo)}.` }]),
    ];
  });
}

function ended(service: AwsObject, { deployments, snapshot }: ServiceStatus): Happened[] {
  const [primary] = deployments;
  if (primary.rolloutState === "IN_PROGRESS") return [];
  if (rolloutOf(serviceAttributes(service)).failed?.deployment === primary.deployment) return [];
  const which = `(deployment ${deploymentNumber(service.arn, primary.deployment)})`;
  const times = (snapshot?.pods ?? [])
    .map((pod) => (isReady(pod) ? readySince(pod) : pod.metadata.creationTimestamp))
    .flatMap((time) => dateOf(time)?.getTime() ?? []);
  const at = new Date(Math.max(primary.updatedAt.getTime(), ...times));
  if (primary.rolloutState === "FAILED") {
    return [{ at, message: `${which} deployment failed: tasks failed to start.` }];
  }
  return [
    { at, message: `${which} deployment completed.` },
    ...(primary.running === primary.desired && deployments.length === 1
      ? [{ at, message: "has reached a steady state." }]
      : []),
  ];
}

function readySince({ status }: Pod): string | undefined {
  return conditionOf(status?.conditions, "Ready")?.lastTransitionTime ?? undefined;
}

/** Tasks to which something happened at one time. */
function together(
  pods: readonly Pod[],
  timeOf: (pod: Pod) => string | undefined,
): { readonly at: Date; readonly tasks: readonly string[] }[] {
  const times = [...new Set(pods.flatMap((pod) => timeOf(pod) ?? []))];
  return times.map((time) => ({
    at: new Date(time),
    tasks: pods.filter((pod) => timeOf(pod) === time).map((pod) => `(task ${taskId(pod)})`),
  }));
}
