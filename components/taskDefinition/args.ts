import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../outputs/contract";

/** Arguments of a TaskDefinition, shaped like those of `aws.ecs.TaskDefinition`. */
export interface TaskDefinitionArgs {
  /** The instance that the task definition belongs to. A change replaces it. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Family of the task definition: 1 to 255 letters, digits, hyphens and underscores. A change
   * replaces it.
   *
   * @default the component's name
   */
  readonly family?: pulumi.Input<string>;
  /**
   * The containers of a task, at least one. A change rolls the services that run the task.
   *
   * Locally: typed objects, not the JSON string of AWS.
   */
  readonly containerDefinitions: pulumi.Input<pulumi.Input<ContainerDefinitionArgs>[]>;
}

/** A container, shaped like one of `containerDefinitions` on AWS. */
export interface ContainerDefinitionArgs {
  /** Name of the container: 1 to 255 letters, digits, hyphens and underscores. */
  readonly name: pulumi.Input<string>;
  /**
   * Image of the container. It is pulled where the node does not have it.
   */
  readonly image: pulumi.Input<string>;
  /**
   * Ports that the container listens on.
   *
   * @default none
   */
  readonly portMappings?: pulumi.Input<pulumi.Input<PortMappingArgs>[]>;
  /**
   * Environment variables.
   *
   * @default none
   */
  readonly environment?: pulumi.Input<pulumi.Input<EnvironmentVariableArgs>[]>;
}

/** A port of a container. */
export interface PortMappingArgs {
  /** The port that the container listens on, 1 to 65535. */
  readonly containerPort: pulumi.Input<number>;
}

/** An environment variable of a container. */
export interface EnvironmentVariableArgs {
  readonly name: pulumi.Input<string>;
  readonly value: pulumi.Input<string>;
}
