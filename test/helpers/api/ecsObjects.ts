import type { AwsObject } from "../../../api/world/world";
import { serviceArn, clusterArn, taskDefinitionArn } from "../../../core/arn";
import type { Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { taskMetadata } from "../../../core/ecs/pod/taskMetadata";
import { deploymentName } from "../../../core/ecs/service/manifests";
import { serviceRecord } from "../../../core/ecs/service/record";
import type { EcsServiceValues } from "../../../core/ecs/service/values/service";
import type { RecordContent } from "../../../core/records/manifest";
import { container, task } from "../tasks";
import { CONNECTION } from "../samples";

/** What a Pulumi program of the stack `shop/dev` made. */
export function ofPulumi(kind: string, content: RecordContent): AwsObject {
  return {
    ...content,
    attributes: JSON.parse(JSON.stringify(content.attributes)) as Record<string, unknown>,
    kind,
    owner: "pulumi",
    stack: "shop/dev",
    createdAt: new Date("2025-12-31T00:00:00Z"),
    echo: {},
  };
}

/** A service of a Pulumi program, of the task definition web:1. */
export function serviceOf({
  cluster,
  name,
  ...more
}: { readonly cluster: string; readonly name: string } & Partial<EcsServiceValues>): AwsObject {
  const values = {
    name,
    cluster: clusterArn(CONNECTION, cluster),
    taskDefinition: taskDefinitionArn(CONNECTION, "web", 1),
    ...more,
  };
  return ofPulumi(
    "svc",
    serviceRecord(values, cluster, serviceArn(CONNECTION, cluster, name), {
      namedPorts: [],
      endpoints: [],
    }),
  );
}

interface PodOptions {
  readonly uid?: string;
  readonly cluster?: string;
  readonly service?: string | undefined;
  readonly family?: string;
  readonly revision?: number;
  readonly deployment?: string;
  readonly isReady?: boolean;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly metadata?: Partial<Pod["metadata"]>;
  readonly status?: Partial<NonNullable<Pod["status"]>>;
}

/** The pod of a task of the service main/web, which runs. */
export function podOfTask(options: PodOptions = {}): Pod {
  const { uid = "1", cluster = "main", family = "web", revision = 1, isReady = true } = options;
  const service = "service" in options ? options.service : "web";
  const model = task([container("web", { ports: [{ containerPort: 80, protocol: "tcp" }] })], {
    arn: taskDefinitionArn(CONNECTION, family, revision),
    family,
    revision,
    cpuUnits: 256,
    memoryMiB: 512,
  });
  const of = { connection: CONNECTION, cluster, ...(service === undefined ? {} : { service }) };
  return {
    metadata: {
      name: `pod-${uid}`,
      uid: `a95a20c1-0000-4000-8000-${uid.padStart(12, "0")}`,
      creationTimestamp: `2026-01-01T00:00:${uid.padStart(2, "0")}Z`,
      labels: {
        "app.kubernetes.io/name": deploymentName({ cluster, name: service ?? "" }),
        "kecs.dev/cluster": cluster,
      },
      annotations: {
        "kecs.dev/task": JSON.stringify(taskMetadata(model, of)),
        "kecs.dev/deployment": options.deployment ?? "abc.1",
        ...options.annotations,
      },
      ...options.metadata,
    },
    spec: { nodeName: "node-0", containers: [{ name: "web", image: "web:1" }] },
    status: {
      phase: "Running",
      podIP: `10.42.0.${uid}`,
      conditions: [
        {
          type: "Ready",
          status: isReady ? "True" : "False",
          lastTransitionTime: `2026-01-01T00:01:${uid.padStart(2, "0")}Z`,
        },
      ],
      containerStatuses: [
        {
          name: "web",
          ready: isReady,
          started: true,
          restartCount: 0,
          containerID: `containerd://web-${uid}`,
          state: { running: { startedAt: `2026-01-01T00:00:5${uid.slice(-1)}Z` } },
        },
      ],
      ...options.status,
    },
  };
}
