import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { targetGroupArn } from "../internal/arn";
import { after, checked, derive, fields } from "../internal/inputs";
import { claimName } from "../internal/claimName";
import { publish } from "../internal/program";
import { recordManifest } from "../internal/record";
import type { Connection } from "../outputs/contract";
import type { TargetGroupArgs } from "./args";
import { targetGroupManifest } from "./manifests";
import { validateTargetGroup, type HealthCheckValues, type TargetGroupValues } from "./validate";

/** What services of the same program learn of their target group by its ARN. */
export interface PublishedTargetGroup {
  readonly name: string;
  readonly healthCheck: HealthCheckValues;
}

interface Resolved extends TargetGroupValues {
  readonly connection: Connection;
}

const DEFAULT_PORT = 80;

/**
 * A target group: the healthy tasks of every service that is attached to it.
 *
 * @example
 * const web = new TargetGroup("web", { connection, healthCheck: { path: "/healthz" } }, opts);
 */
export class TargetGroup extends pulumi.ComponentResource {
  /** The target group's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly service: k8s.core.v1.Service;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: TargetGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:TargetGroup", name, {}, opts);
    const path = `TargetGroup("${name}")`;
    const resolved = checked<Resolved>({ ...args, name: args.name ?? name }, (values) => {
      const issues = validateTargetGroup(values, path);
      if (issues.length > 0) return issues;
      const arn = targetGroupArn(values.connection, values.name);
      publish(arn, {
        name: values.name,
        healthCheck: values.healthCheck ?? {},
      } satisfies PublishedTargetGroup);
      return claimName(arn, path);
    });

    const child = { parent: this };
    const service = new k8s.core.v1.Service(
      name,
      fields(
        resolved.apply((of) => targetGroupManifest(of.name, of.port ?? DEFAULT_PORT)),
        "metadata",
        "spec",
      ),
      child,
    );
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      fields(resolved.apply(targetGroupRecord), "metadata", "data"),
      child,
    );
    this.name = derive(resolved, (of) => of.name);
    this.arn = after(
      derive(resolved, (of) => targetGroupArn(of.connection, of.name)),
      [service, record],
    );
    this.nodes = { service, record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}

function targetGroupRecord(of: Resolved) {
  return recordManifest({
    key: `tg-${of.name}`,
    arn: targetGroupArn(of.connection, of.name),
    attributes: {
      name: of.name,
      port: of.port ?? DEFAULT_PORT,
      protocol: "HTTP",
      healthCheck: of.healthCheck ?? {},
    },
  });
}
