import { nameFromArn } from "../../arn";
import { NAMESPACE, SYSTEM_NAMESPACE } from "../../labels";
import {
  SLICE_KEEPER,
  SLICE_KEEPER_LABEL,
  targetGroupLabel,
  targetGroupService,
} from "../../lb/targetGroup/manifests";
import { targetHealths, type GatedPod } from "./targetHealth";
import { parseJson } from "../../validate/parseJson";

/** Healthy targets out of those that are wanted. */
export interface Health {
  readonly healthy: number;
  readonly desired: number;
}

/** What of an instance runs inside of its cluster. */
export interface Workloads {
  readonly traefikReady: boolean;
  /** Health of the targets behind a listener, over all of its target groups. */
  health(targetGroupArns: readonly string[]): Health;
}

interface KubeObject extends GatedPod {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly endpoints?:
    | readonly {
        readonly conditions?: { readonly ready?: boolean };
        readonly targetRef?: { readonly name: string };
      }[]
    | null;
  readonly spec?: GatedPod["spec"] & {
    readonly replicas?: number;
    readonly template?: { readonly metadata?: { readonly labels?: Record<string, string> } };
  };
  readonly status?: GatedPod["status"] & { readonly readyReplicas?: number };
}

const SERVICE_LABEL = "kubernetes.io/service-name";

/** Ready endpoints but for those of unhealthy tasks, which get requests where no task is healthy. */
function ready(slices: readonly KubeObject[], unhealthy: ReadonlySet<string> = new Set()): number {
  return slices
    .flatMap((slice) => slice.endpoints ?? [])
    .filter(
      ({ conditions, targetRef }) =>
        conditions?.ready === true && !unhealthy.has(targetRef?.name ?? ""),
    ).length;
}

export function readWorkloads(json: string): Workloads {
  const { items } = parseJson<{ readonly items: readonly KubeObject[] }>(json, "kubectl");
  const inNamespace = (namespace: string, kind: string): KubeObject[] =>
    items.filter((item) => item.kind === kind && item.metadata.namespace === namespace);
  const slices = inNamespace(NAMESPACE, "EndpointSlice");
  const deployments = inNamespace(NAMESPACE, "Deployment");
  const unhealthy = (gate: string): ReadonlySet<string> =>
    new Set(
      inNamespace(NAMESPACE, "Pod")
        .filter((pod) =>
          targetHealths(pod).some((of) => of.gate === gate && of.state === "unhealthy"),
        )
        .map(({ metadata }) => metadata.name),
    );

  const one = (arn: string): Health => {
    const name = nameFromArn("targetGroup", arn);
    if (name === undefined) return { healthy: 0, desired: 0 };
    const own = slices.filter(
      (slice) => slice.metadata.labels?.[SERVICE_LABEL] === targetGroupService(name),
    );
    const healthy = ready(own, unhealthy(targetGroupLabel(name)));
    // Nothing checks processes: each that is a target counts as a healthy one.
    const processes = ready(
      own.filter((slice) => slice.metadata.labels?.[SLICE_KEEPER_LABEL] === SLICE_KEEPER),
    );
    const tasks = deployments
      .filter((each) => each.spec?.template?.metadata?.labels?.[targetGroupLabel(name)] === "true")
      .reduce((sum, each) => sum + (each.spec?.replicas ?? 1), 0);
    return { healthy, desired: tasks + processes };
  };
  return {
    traefikReady: inNamespace(SYSTEM_NAMESPACE, "Deployment").some(
      (each) => each.metadata.name === "traefik" && (each.status?.readyReplicas ?? 0) > 0,
    ),
    health: (arns) =>
      arns.map(one).reduce(
        (sum, each) => ({
          healthy: sum.healthy + each.healthy,
          desired: sum.desired + each.desired,
        }),
        { healthy: 0, desired: 0 },
      ),
  };
}
