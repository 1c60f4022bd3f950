import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { clusterArn } from "../../../core/arn";
import { validateName } from "../../../core/awsNames";
import { claimArn } from "../../controlPlane/claims";
import { dependingOn, mapInput, withDefault } from "../../inputs/inputs";
import { clusterRecord } from "../../../core/ecs/cluster/record";
import {
  CLUSTER_FIELDS,
  type ClusterValues,
  type ServiceConnectDefaultsValues,
} from "../../../core/ecs/cluster/fields";
import { validateNamespaceReference } from "../../../core/ecs/serviceConnect/validate";
import type { Issue } from "../../../core/validate";
import type { InputsOf } from "../../inputs/inputsOf";
import { registerCluster } from "../../controlPlane/clusters";
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
  /**
   * What services that enable Service Connect have by default.
   *
   * @default none: each service names its namespace
   */
  readonly serviceConnectDefaults?: pulumi.Input<ServiceConnectDefaultsArgs | undefined>;
}

/** What services of a cluster that enable Service Connect have by default, shaped as on AWS. */
export interface ServiceConnectDefaultsArgs extends InputsOf<ServiceConnectDefaultsValues> {}

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
      (values) => [
        ...validateName("ecs", values.name, `${path}.name`),
        ...validateNamespaceReference(
          values.serviceConnectDefaults?.namespace,
          `${path}.serviceConnectDefaults.namespace`,
        ),
      ],
      (values) => register(values, path),
    );
    const arn = mapInput(resolved, (of) => clusterArn(of.connection, of.name));
    const record = objectRecord(
      name,
      resolved.apply((of) => clusterRecord(of.connection, of)),
      this,
    );
    this.arn = dependingOn(arn, [record]);
    this.name = mapInput(resolved, (of) => of.name);
    this.nodes = { record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}

function register(
  { connection, name, serviceConnectDefaults }: ClusterValues,
  path: string,
): Issue[] {
  const arn = clusterArn(connection, name);
  registerCluster(arn, { namespace: serviceConnectDefaults?.namespace });
  return claimArn(arn, path);
}
