import { labels, NAMESPACE } from "../internal/labels";
import { kubernetesName } from "../internal/naming";
import type { ContainerValues } from "../taskDefinition/validate";
import { readinessProbe, targetGroupLabel, targetPortName } from "../targetGroup/manifests";
import type { TargetGroupValues } from "../targetGroup/values";

/** A service with everything resolved that its Deployment is made of. */
export interface ServiceModel {
  readonly cluster: string;
  readonly name: string;
  readonly desiredCount: number;
  readonly containers: readonly ContainerValues[];
  readonly targets: readonly TargetModel[];
}

/** A target group that the tasks join. */
export interface TargetModel {
  readonly group: TargetGroupValues;
  readonly containerName: string;
  readonly containerPort: number;
  /** Whether the container port bears the target group's name; the group may go by its number. */
  readonly named: boolean;
}

/** So long a stopping task still answers: until Traefik and kube-proxy have let go of it. */
const DRAIN_SECONDS = 2;
/**
 * What ECS gives a container between SIGTERM and SIGKILL by default, and what Fargate gives at most.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
const STOP_TIMEOUT_SECONDS = 30;
const MAX_STOP_TIMEOUT_SECONDS = 120;

/**
 * Name of the Deployment that a service is; the names of its tasks begin with it. A cluster with a
 * hyphen gets a hash, since its name would not tell where it ends: `a-b` and `c`, or `a` and `b-c`.
 */
export function deploymentName({ cluster, name }: Pick<ServiceModel, "cluster" | "name">): string {
  return kubernetesName(`${cluster}${cluster.includes("-") ? "/" : "-"}${name}`, 52);
}

/** The tasks of a service; a rollout never goes below what is healthy. */
export function serviceDeployment(model: ServiceModel) {
  const name = deploymentName(model);
  const selector = { "app.kubernetes.io/name": name };
  const memberships = Object.fromEntries(
    model.targets.map((target) => [targetGroupLabel(target.group.name), "true"]),
  );
  const objectLabels = labels("service", {
    ...selector,
    "kecs.dev/cluster": kubernetesName(model.cluster),
    "kecs.dev/service": kubernetesName(model.name),
  });
  return {
    metadata: { name, namespace: NAMESPACE, labels: objectLabels },
    spec: {
      replicas: model.desiredCount,
      revisionHistoryLimit: 2,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: { ...objectLabels, ...memberships } },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: DRAIN_SECONDS + stopTimeout(model.targets),
          containers: model.containers.map((container) => taskContainer(container, model.targets)),
        },
      },
    },
  };
}

/**
 * Seconds from SIGTERM to SIGKILL. On AWS a task gets no SIGTERM before its requests are answered or
 * the deregistration delay is over; here it gets it early, and finishes them in this time. AWS's
 * default of 300 counts only where it was asked for: each rollout of a program that does not end on
 * SIGTERM would take as long.
 */
function stopTimeout(targets: readonly TargetModel[]): number {
  const delays = targets.map(({ group }) => group.deregistrationDelay ?? 0);
  return Math.min(Math.max(STOP_TIMEOUT_SECONDS, ...delays), MAX_STOP_TIMEOUT_SECONDS);
}

function taskContainer(container: ContainerValues, all: readonly TargetModel[]) {
  const targets = all.filter((target) => target.containerName === container.name);
  const [first] = targets;
  const probe = first === undefined ? undefined : readinessProbe(first.group, first.containerPort);
  return {
    name: kubernetesName(container.name),
    image: container.image,
    imagePullPolicy: "IfNotPresent",
    ports: (container.portMappings ?? []).map(({ containerPort }) => {
      const named = targets.find((of) => of.containerPort === containerPort && of.named);
      return {
        containerPort,
        protocol: "TCP",
        ...(named === undefined ? {} : { name: targetPortName(named.group.name) }),
      };
    }),
    env: (container.environment ?? []).map(({ name, value }) => ({ name, value })),
    lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
    // Kubernetes has one readiness for a container: the first target group's check decides.
    ...(probe === undefined ? {} : { readinessProbe: probe }),
  };
}
