import type { Connection } from "../../core/connection";
import type { Deployment, Event, Pod, ReplicaSet } from "../../core/ecs/observed/kubernetesObjects";
import type { ObjectRecord } from "../../core/records/records";

/** An AWS object of the instance, by its record. */
export interface AwsObject extends ObjectRecord {
  /**
   * Name of its record, such as `lb-myapp-alb`: no two objects have the same. An operation may put an
   * object under kind and natural key; the name follows from it.
   */
  readonly key: string;
  /** Whether a Pulumi program made it, whose `stack` says which, or this API. */
  readonly owner: "pulumi" | "api";
  readonly createdAt: Date;
  /**
   * What a caller said of it that nothing here depends on, in AWS's own words and shapes, such as
   * `Subnets`; it is described as it was given. Empty for what a Pulumi program made.
   */
  readonly echo: Readonly<Record<string, unknown>>;
}

/** What the cluster says of itself at this moment; it is never in a record. */
export interface ClusterState {
  readonly deployments: readonly Deployment[];
  readonly replicaSets: readonly ReplicaSet[];
  readonly pods: readonly Pod[];
  readonly events: readonly Event[];
}

/** All that an operation knows. */
export interface World {
  /** The instance: its ports, and what its ARNs are made of. */
  readonly connection: Connection;
  /** In which it is asked, and in which its zones are: the caller's, or the instance's where nobody calls. */
  readonly region: string;
  readonly objects: readonly AwsObject[];
  readonly cluster: ClusterState;
  readonly now: Date;
  /** Whether what AWS refuses is refused here where it could be taken: the leniencies of `strict.ts`. */
  readonly isStrict: boolean;
  /** That many random hexadecimal digits. */
  readonly randomHex: (length: number) => string;
}

/** The objects of one kind: `lb`, `listener`, `rule`, `tg`, `cluster`, `td`, `svc` and so on. */
export function ofKind({ objects }: Pick<World, "objects">, kind: string): readonly AwsObject[] {
  return objects.filter((object) => object.kind === kind);
}
