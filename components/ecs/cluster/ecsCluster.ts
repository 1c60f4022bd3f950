import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { clusterArn } from "../../../core/arn";
import { validateName } from "../../../core/awsNames";
import { claimArn } from "../../controlPlane/claims";
import { dependingOn, mapInput, withDefault } from "../../inputs/inputs";
import { clusterRecord } from "../../../core/ecs/cluster/record";
import { CLUSTER_FIELDS, type ClusterValues } from "../../../core/ecs/cluster/fields";
import { validatedArguments } from "../../base/validated";
import { objectRecord } from "../../base/objectRecord";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import type { Connection } from "../../../core/connection";

/** Arguments of an EcsCluster, shaped like those of `aws.ecs.Cluster`. */
export interface EcsClusterArgs {
  /** The instance that the cluster belongs to. A change replaces the cluster. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the cluster: 1 to 255 letters, digits, hyphens and underscores. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
}

/**
 * An ECS cluster: a name under which services are grouped.
 *
 * @example
 * const cluster = new EcsCluster("myapp", { connection: instance.connection }, instance.options);
 */
export class EcsCluster extends InstanceComponent {
  /** The cluster's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: { readonly record: k8s.core.v1.ConfigMap };

  constructor(name: string, args: EcsClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:EcsCluster", name, fieldOf(args, "connection"), opts);
    const path = `EcsCluster("${name}")`;
    const resolved = validatedArguments<ClusterValues>(
      { ...args, name: withDefault(args.name, name) },
      { fields: CLUSTER_FIELDS, path },
      (values) => validateName("ecs", values.name, `${path}.name`),
      (values) => claimArn(clusterArn(values.connection, values.name), path),
    );
    const arn = mapInput(resolved, (of) => clusterArn(of.connection, of.name));
    const record = objectRecord(
      name,
      resolved.apply((of) => clusterRecord(of.connection, of.name)),
      this,
    );
    this.arn = dependingOn(arn, [record]);
    this.name = mapInput(resolved, (of) => of.name);
    this.nodes = { record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}
