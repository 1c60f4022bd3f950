import type * as pulumi from "@pulumi/pulumi";
import { lookup, publish } from "../../controlPlane/program";
import type { TaskModel } from "../../../core/ecs/pod/model";

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

const contentKey = (arn: string): string => `${arn} content`;

/** Makes known that there is a task definition, whose content a preview may not know. */
export function publishContent(arn: string, content: pulumi.Output<PublishedTaskDefinition>): void {
  publish(contentKey(arn), content);
}

/** The content of a task definition of this program, as soon as it is known. */
export function contentOf(arn: string): pulumi.Output<PublishedTaskDefinition> | undefined {
  return lookup(contentKey(arn));
}
