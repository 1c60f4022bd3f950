import { labels, NAMESPACE } from "../internal/labels";
import { kubernetesName } from "../internal/naming";
import type { ContainerValues } from "../taskDefinition/validate";
import { readinessProbe, targetGroupLabel, targetPortName } from "../targetGroup/manifests";
import type { HealthCheckValues } from "../targetGroup/validate";

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
  readonly name: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly healthCheck: HealthCheckValues;
}

/** So long a stopping task still answers: until Traefik and kube-proxy have let go of it. */
const DRAIN_SECONDS = 2;
/** What ECS gives a container between SIGTERM and SIGKILL. */
const STOP_TIMEOUT_SECONDS = 30;

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
    model.targets.map((target) => [targetGroupLabel(target.name), "true"]),
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
          terminationGracePeriodSeconds: DRAIN_SECONDS + STOP_TIMEOUT_SECONDS,
          containers: model.containers.map((container) => taskContainer(container, model.targets)),
        },
      },
    },
  };
}

function taskContainer(container: ContainerValues, all: readonly TargetModel[]) {
  const targets = all.filter((target) => target.containerName === container.name);
  const [first] = targets;
  return {
    name: kubernetesName(container.name),
    image: container.image,
    imagePullPolicy: "IfNotPresent",
    ports: (container.portMappings ?? []).map(({ containerPort }) => {
      const target = targets.find((candidate) => candidate.containerPort === containerPort);
      return {
        containerPort,
        protocol: "TCP",
        ...(target === undefined ? {} : { name: targetPortName(target.name) }),
      };
    }),
    env: (container.environment ?? []).map(({ name, value }) => ({ name, value })),
    lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
    // Kubernetes has one readiness for a container: the first target group's check decides.
    ...(first === undefined
      ? {}
      : { readinessProbe: readinessProbe(first.name, first.healthCheck) }),
  };
}
