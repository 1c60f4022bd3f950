import type { ContainerStatus, Pod, PodContainer } from "../../core/ecs/observed/kubernetesObjects";
import type { Container, Task } from "../../core/ecs/observed/task";

/** What a pod of a test says otherwise. */
interface PodChanges {
  /** Whether it has a node; default true. */
  readonly isPlaced?: boolean;
  readonly metadata?: Partial<Pod["metadata"]>;
  readonly spec?: Partial<NonNullable<Pod["spec"]>>;
  readonly status?: Partial<NonNullable<Pod["status"]>>;
}

export const web: PodContainer = { name: "web", image: "whoami:1" };
export const checkedWeb: PodContainer = { ...web, readinessProbe: {} };

/** Where a container stands that runs and passes its checks. */
export function running(name: string, more: Partial<ContainerStatus> = {}): ContainerStatus {
  return {
    name,
    ready: true,
    started: true,
    restartCount: 0,
    containerID: `containerd://${name}-1`,
    state: { running: { startedAt: "2026-01-02T03:04:06Z" } },
    ...more,
  };
}

/** A task of the service shop/front, as kubectl tells of it: its container "web" runs. */
export function pod({ isPlaced = true, metadata, spec, status }: PodChanges = {}): Pod & {
  readonly kind: string;
} {
  return {
    kind: "Pod",
    metadata: {
      name: "shop-front-1",
      uid: "a95a20c1-0000-4000-8000-000000000001",
      creationTimestamp: "2026-01-02T03:04:05Z",
      labels: { "kecs.dev/cluster": "shop", "kecs.dev/service": "front" },
      ...metadata,
    },
    spec: { ...(isPlaced ? { nodeName: "node-0" } : {}), containers: [web], ...spec },
    status: { phase: "Running", containerStatuses: [running("web")], ...status },
  };
}

export function container(name: string, more: Partial<Container> = {}): Container {
  return {
    name,
    podName: name,
    image: `${name}:1`,
    lastStatus: "RUNNING",
    exitCode: null,
    restarts: 0,
    runtimeId: `containerd://${name}-1`,
    ...more,
  };
}

/** A task of the service shop/front that runs, unless it says otherwise. */
export function task(more: Partial<Task> = {}): Task {
  return {
    id: "a95a20c1000040008000000000000001",
    cluster: "shop",
    name: "front",
    kind: "service",
    lastStatus: "RUNNING",
    healthStatus: "HEALTHY",
    reason: null,
    createdAt: "2026-01-02T03:04:05Z",
    node: "node-0",
    pod: "shop-front-1",
    containers: [container("web")],
    ...more,
  };
}
