import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { taskDefinitionArn } from "../internal/arn";
import { after, checked, derive, fields } from "../internal/inputs";
import { claimName } from "../internal/claimName";
import { publish } from "../internal/program";
import { recordManifest } from "../internal/record";
import type { Connection } from "../outputs/contract";
import type { TaskDefinitionArgs } from "./args";
import { validateTaskDefinition, type TaskDefinitionValues } from "./validate";

interface Resolved extends TaskDefinitionValues {
  readonly connection: Connection;
}

/** AWS counts up with every change; here the stack itself holds the one that is in force. */
const REVISION = 1;

/**
 * A task definition: the containers that a service runs.
 *
 * @example
 * const task = new TaskDefinition("web", {
 *   connection: instance.connection,
 *   containerDefinitions: [
 *     { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
 *   ],
 * }, instance.options);
 */
export class TaskDefinition extends pulumi.ComponentResource {
  /**
   * The task definition's ARN: deterministic, and so known in a preview.
   *
   * Locally: the revision is always 1.
   */
  readonly arn: pulumi.Output<string>;
  readonly family: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: { readonly record: k8s.core.v1.ConfigMap };

  constructor(name: string, args: TaskDefinitionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:TaskDefinition", name, {}, opts);
    const path = `TaskDefinition("${name}")`;
    const resolved = checked<Resolved>({ ...args, family: args.family ?? name }, (values) => {
      const issues = validateTaskDefinition(values, path);
      if (issues.length > 0) return issues;
      publish(arnOf(values), values.containerDefinitions);
      return claimName(arnOf(values), path, "family");
    });
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      fields(resolved.apply(taskDefinitionRecord), "metadata", "data"),
      { parent: this },
    );
    this.arn = after(derive(resolved, arnOf), [record]);
    this.family = derive(resolved, (of) => of.family);
    this.nodes = { record };
    this.registerOutputs({ arn: this.arn, family: this.family });
  }
}

function arnOf(of: Resolved): string {
  return taskDefinitionArn(of.connection, of.family, REVISION);
}

/** Without the environment: its values are the tasks' own business, and may be secret. */
function taskDefinitionRecord(of: Resolved) {
  return recordManifest({
    key: `td-${of.family}-${REVISION}`,
    arn: arnOf(of),
    attributes: {
      family: of.family,
      containers: of.containerDefinitions.map(({ name, image, portMappings }) => ({
        name,
        image,
        portMappings: portMappings ?? [],
      })),
    },
  });
}
