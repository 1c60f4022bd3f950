import type * as pulumi from "@pulumi/pulumi";
import type { TaskModel } from "../task/model";

/** What services and tasks of the same program learn of their task definition by its ARN. */
export interface PublishedTaskDefinition {
  readonly model: TaskModel;
  /**
   * Changes whenever a secret value does, without telling it; empty where there are no secrets.
   * A pod template carries it, so that new values reach the tasks.
   */
  readonly secretsVersion: pulumi.Output<string>;
  /** The secret values themselves, to be struck out of whatever is shown; never put out. */
  readonly secretValues: readonly string[];
}
