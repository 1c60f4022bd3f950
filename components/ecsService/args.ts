import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../outputs/contract";

/** Arguments of an EcsService, shaped like those of `aws.ecs.Service`. */
export interface EcsServiceArgs {
  /** The instance that the service belongs to. A change replaces the service. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the service: 1 to 255 letters, digits, hyphens and underscores. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string>;
  /** ARN of the cluster, `cluster.arn`. A change replaces the service. */
  readonly cluster: pulumi.Input<string>;
  /** ARN of the task definition, `task.arn`, of the same program. A change rolls the tasks. */
  readonly taskDefinition: pulumi.Input<string>;
  /**
   * Number of tasks to run, 0 to 1000. A change scales in place.
   *
   * @default 1
   */
  readonly desiredCount?: pulumi.Input<number>;
  /**
   * The target groups that the tasks join. A change rolls the tasks.
   *
   * @default none: the service gets no requests from a load balancer
   */
  readonly loadBalancers?: pulumi.Input<pulumi.Input<ServiceLoadBalancerArgs>[]>;
}

/** How a service joins a target group, shaped like one of `loadBalancers` on AWS. */
export interface ServiceLoadBalancerArgs {
  /** ARN of the target group, `targetGroup.arn`. */
  readonly targetGroupArn: pulumi.Input<string>;
  /** Name of the container that receives the requests. */
  readonly containerName: pulumi.Input<string>;
  /** Port of that container, one of its port mappings. */
  readonly containerPort: pulumi.Input<number>;
}
