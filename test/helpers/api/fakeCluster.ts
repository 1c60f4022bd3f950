import type { AwsObject } from "../../../api/world/world";
import { toObservedDeployment } from "../../../core/ecs/deployment/current";
import { deploymentId } from "../../../core/ecs/observed/deploymentId";
import type { Deployment, Pod, ReplicaSet } from "../../../core/ecs/observed/kubernetesObjects";
import { serviceDeployment, taskTemplate } from "../../../core/ecs/service/manifests";
import { recordedService } from "../../../core/ecs/service/recorded";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { deployedAttributes } from "../../../core/ecs/service/rollout";
import { CONNECTION } from "../samples";
import type { FakeInstance } from "./fakeInstance";

interface Rollout {
  /** Ready tasks of it; default: as many as are wanted. */
  readonly ready?: number;
  /** Tasks of it that are not ready. */
  readonly waiting?: number;
  /** Tasks of it that have run for long enough; default: those that are ready. */
  readonly available?: number;
  /** Whether the tasks of the deployment before are gone; default true. */
  readonly isComplete?: boolean;
  readonly status?: Partial<NonNullable<Pod["status"]>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Makes the cluster's objects what a service's record says, as the reconciler and Kubernetes do. */
export function rollOut(instance: FakeInstance, arn: string, rollout: Rollout = {}): string {
  const service = instance.objects.find((object) => object.arn === arn);
  if (service === undefined) throw new Error(`no service ${arn}`);
  const attributes = deployedAttributes(serviceAttributes(service), () => true);
  const deployed = { ...service, attributes: { ...attributes } };
  const model = recordedService(deployed, instance.objects, CONNECTION, "");
  if (model === undefined) throw new Error(`no task definition of ${arn}`);
  const { deployments, replicaSets, pods } = instance.cluster;
  const template = taskTemplate(model);
  const name = template.metadata.labels["app.kubernetes.io/name"] ?? "";
  const before = deployments.find(({ metadata }) => metadata.name === name);
  const id = deploymentId(template, toObservedDeployment(before));
  const manifest = serviceDeployment(model, id) as unknown as Deployment;
  const isOld = (pod: Pod | ReplicaSet): boolean =>
    pod.metadata.labels?.["app.kubernetes.io/name"] === name;
  const isOther = (pod: Pod): boolean =>
    !isOld(pod) || pod.metadata.annotations?.["kecs.dev/deployment"] !== id;
  const { isComplete = true, ready = model.desiredCount, waiting = 0, available = ready } = rollout;
  const fresh = Array.from({ length: ready + waiting }, (_, i) =>
    podOf(manifest, `${id}-${i}`, i < ready, rollout.status),
  );
  const created = instance.now.toISOString();
  instance.cluster = {
    ...instance.cluster,
    deployments: [
      ...deployments.filter((of) => of !== before),
      { ...manifest, metadata: { ...manifest.metadata, annotations: rollout.annotations ?? {} } },
    ],
    replicaSets: [
      ...replicaSets.filter(({ metadata }) => metadata.name !== `${name}-${id}`),
      {
        metadata: {
          name: `${name}-${id}`,
          labels: manifest.spec.template.metadata?.labels ?? {},
          creationTimestamp: created,
        },
        spec: { replicas: model.desiredCount, template: manifest.spec.template },
        status: { availableReplicas: available },
      },
    ],
    pods: [...pods.filter((pod) => (isComplete ? !isOld(pod) : isOther(pod))), ...fresh],
  };
  return id;
}

function podOf(
  { spec: { template } }: Deployment,
  seed: string,
  isReady: boolean,
  status: Partial<NonNullable<Pod["status"]>> = {},
): Pod {
  const { containers, readinessGates = [] } = template.spec as NonNullable<Pod["spec"]>;
  const hex = Buffer.from(seed).toString("hex").slice(-32).padStart(32, "0");
  const condition = (type: string, reason: string) => ({
    type,
    status: isReady ? "True" : "False",
    reason,
    lastTransitionTime: "2026-01-01T00:00:30Z",
  });
  return {
    metadata: {
      name: seed,
      uid: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
      creationTimestamp: "2026-01-01T00:00:10Z",
      labels: template.metadata?.labels ?? {},
      annotations: template.metadata?.annotations ?? {},
    },
    spec: { nodeName: "node-0", containers, readinessGates },
    status: {
      phase: "Running",
      podIP: "10.42.0.7",
      conditions: [
        condition("Ready", ""),
        ...readinessGates.map(({ conditionType }) =>
          condition(conditionType, isReady ? "Healthy" : ""),
        ),
      ],
      containerStatuses: containers.map(({ name }) => ({
        name,
        ready: isReady,
        started: true,
        restartCount: 0,
        containerID: `containerd://${seed}`,
        state: { running: { startedAt: "2026-01-01T00:00:20Z" } },
      })),
      ...status,
    },
  };
}

/** The record with that ARN. */
export function objectOf(instance: FakeInstance, arn: string): AwsObject {
  const found = instance.objects.find((object) => object.arn === arn);
  if (found === undefined) throw new Error(`no object ${arn}`);
  return found;
}
