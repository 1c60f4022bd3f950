import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { nameFromArn, serviceArn } from "../internal/arn";
import { after, checked, derive, fields } from "../internal/inputs";
import { claimName } from "../internal/claimName";
import { endOfProgram, lookup } from "../internal/program";
import { recordManifest } from "../internal/record";
import type { Connection } from "../outputs/contract";
import { joinsOfProgram, toldJoins } from "../targetGroup/joinsOfProgram";
import type { PublishedTargetGroup } from "../targetGroup/targetGroup";
import type { ContainerValues } from "../taskDefinition/validate";
import type { EcsServiceArgs } from "./args";
import { deploymentName, serviceDeployment, type ServiceModel } from "./manifests";
import { portsInSeveral, sharedPorts, validateEcsService, type EcsServiceValues } from "./validate";

interface Resolved extends EcsServiceValues {
  readonly connection: Connection;
}

const DEFAULT_DESIRED_COUNT = 1;

/**
 * An ECS service: so many tasks of one task definition, kept running, and joined to target groups.
 *
 * @example
 * new EcsService("web", {
 *   connection: instance.connection,
 *   cluster: cluster.arn,
 *   taskDefinition: task.arn,
 *   desiredCount: 3,
 *   loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
 * }, instance.options);
 */
export class EcsService extends pulumi.ComponentResource {
  /** The service's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly deployment: k8s.apps.v1.Deployment;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: EcsServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:EcsService", name, {}, opts);
    const path = `EcsService("${name}")`;
    const joins = joinsOfProgram();
    const told = toldJoins(this, args.loadBalancers ?? []);
    const stuck = joins.join(told ?? []);
    const resolved = checked<Resolved>({ ...args, name: args.name ?? name }, (values) => {
      // A port whose target groups nobody could tell in time joins the first one, by name.
      const unshared = told === undefined ? portsInSeveral(values.loadBalancers ?? []) : stuck;
      const issues = [
        ...validateEcsService(values, containersOf(values), path),
        ...sharedPorts(unshared, path),
      ];
      return issues.length > 0 ? issues : claimName(arnOf(values), path);
    });
    const deployment = new k8s.apps.v1.Deployment(
      name,
      fields(
        resolved.apply(async (of) => {
          await endOfProgram();
          const named = (i: number) => told === undefined || joins.isNamed(this, i);
          return serviceDeployment(serviceModel(of, named));
        }),
        "metadata",
        "spec",
      ),
      { parent: this },
    );
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      fields(resolved.apply(serviceRecord), "metadata", "data"),
      { parent: this },
    );
    this.arn = after(derive(resolved, arnOf), [deployment, record]);
    this.name = derive(resolved, (of) => of.name);
    this.nodes = { deployment, record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}

function containersOf(of: EcsServiceValues): readonly ContainerValues[] | undefined {
  return lookup<readonly ContainerValues[]>(of.taskDefinition);
}

function clusterOf(of: EcsServiceValues): string {
  return nameFromArn("cluster", of.cluster) ?? "";
}

function arnOf(of: Resolved): string {
  return serviceArn(of.connection, clusterOf(of), of.name);
}

function serviceModel(of: Resolved, named: (index: number) => boolean): ServiceModel {
  const targets = of.loadBalancers ?? [];
  return {
    cluster: clusterOf(of),
    name: of.name,
    desiredCount: of.desiredCount ?? DEFAULT_DESIRED_COUNT,
    containers: containersOf(of) ?? [],
    targets: targets.map(({ targetGroupArn, containerName, containerPort }, i) => ({
      // A target group of another stack is known by its name alone; its tasks get AWS's check.
      group: lookup<PublishedTargetGroup>(targetGroupArn)?.values ?? {
        name: nameFromArn("targetGroup", targetGroupArn) ?? "",
      },
      containerName,
      containerPort,
      named: named(i),
    })),
  };
}

function serviceRecord(of: Resolved) {
  const cluster = clusterOf(of);
  return recordManifest({
    key: `svc-${deploymentName({ cluster, name: of.name })}`,
    arn: arnOf(of),
    attributes: {
      cluster,
      name: of.name,
      desiredCount: of.desiredCount ?? DEFAULT_DESIRED_COUNT,
      taskDefinition: of.taskDefinition,
      loadBalancers: of.loadBalancers ?? [],
    },
  });
}
