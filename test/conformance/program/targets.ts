import type * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  TargetGroup,
  TaskDefinition,
  type TargetGroupArgs,
} from "../../../components";
import type { Connection } from "../../../core/connection";
import type { PlannedGroup } from "../plan/plan";
import {
  containerOf,
  containerPortOf,
  desiredCountOf,
  healthCheckOf,
  TRAFFIC_PORT,
} from "../plan/targets";
import type { SharedGroups } from "./groups";

/** What components of the instance are made with. */
export interface Place {
  readonly connection: pulumi.Output<Connection>;
  readonly options: pulumi.ComponentResourceOptions;
}

/** Makes the target groups and, for every target that they name, a small service. */
export function makeTargets(
  { connection, options }: Place,
  shared: SharedGroups,
): Map<string, TargetGroup> {
  const groups = new Map(
    [...shared.groups].map(([name, settings]) => [
      name,
      new TargetGroup(name, { connection, ...groupArgs(settings) }, options),
    ]),
  );
  const cluster = new EcsCluster("targets", { connection }, options);
  const targets = new Set([...shared.groups.values()].flatMap((group) => group.targets));
  for (const target of targets) {
    const task = new TaskDefinition(
      target,
      { connection, containerDefinitions: [containerOf(target)] },
      options,
    );
    const joined = shared.joinedBy(target);
    new EcsService(
      target,
      {
        connection,
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: desiredCountOf(target),
        loadBalancers: joined.map((name) => ({
          targetGroupArn: groups.get(name)?.arn ?? "",
          containerName: "web",
          containerPort: containerPortOf(target),
        })),
      },
      options,
    );
  }
  return groups;
}

function groupArgs({
  targets,
  stickiness,
  ...settings
}: PlannedGroup): Omit<TargetGroupArgs, "connection"> {
  const healthCheck = healthCheckOf(targets);
  return {
    port: TRAFFIC_PORT,
    ...(settings.protocol === undefined ? {} : { protocol: settings.protocol }),
    ...(settings.protocolVersion === undefined
      ? {}
      : { protocolVersion: settings.protocolVersion }),
    ...(settings.algorithm === undefined ? {} : { loadBalancingAlgorithmType: settings.algorithm }),
    ...(stickiness === undefined
      ? {}
      : {
          stickiness: {
            type: stickiness.type,
            ...(stickiness.duration === undefined ? {} : { cookieDuration: stickiness.duration }),
            ...(stickiness.cookieName === undefined ? {} : { cookieName: stickiness.cookieName }),
          },
        }),
    ...(Object.keys(healthCheck).length === 0 ? {} : { healthCheck }),
  };
}
