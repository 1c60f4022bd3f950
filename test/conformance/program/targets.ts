import type * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  TargetGroup,
  TaskDefinition,
  type TargetGroupArgs,
} from "../../../components";
import type { Connection } from "../../../core/connection";
import { imageNames } from "../../../lab/imageNames";
import type { PlannedGroup } from "./plan";
import type { SharedGroups } from "./groups";

/** What components of the instance are made with. */
export interface Place {
  readonly connection: pulumi.Output<Connection>;
  readonly options: pulumi.ComponentResourceOptions;
}

const TRAFFIC_PORT = 8080;
/** Nobody listens there, so that connections are refused. */
const CLOSED_PORT = 8099;
/** A target that is not one of the echo servers. */
const DEAD = "dead";
/** A target whose health a test sets with a POST to /health. */
export const SICKLY = "sickly";

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
    const containerPort = target === DEAD ? CLOSED_PORT : TRAFFIC_PORT;
    const task = new TaskDefinition(
      target,
      { connection, containerDefinitions: [container(target, containerPort)] },
      options,
    );
    const joined = shared.joinedBy(target);
    new EcsService(
      target,
      {
        connection,
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: target.startsWith("twin") ? 2 : 1,
        loadBalancers: joined.map((name) => ({
          targetGroupArn: groups.get(name)?.arn ?? "",
          containerName: "web",
          containerPort,
        })),
      },
      options,
    );
  }
  return groups;
}

function container(target: string, containerPort: number) {
  const settings =
    target === SICKLY
      ? { image: imageNames.whoami, variable: "WHOAMI_PORT_NUMBER", value: String(TRAFFIC_PORT) }
      : { image: imageNames.echo, variable: "KECS_TARGET", value: target };
  return {
    name: "web",
    image: settings.image,
    portMappings: [{ containerPort }],
    environment: [{ name: settings.variable, value: settings.value }],
  };
}

function groupArgs({
  targets,
  stickiness,
  ...settings
}: PlannedGroup): Omit<TargetGroupArgs, "connection"> {
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
    ...(targets.includes(DEAD) ? { healthCheck: { port: String(TRAFFIC_PORT) } } : {}),
    ...(targets.includes(SICKLY) ? { healthCheck: { path: "/health" } } : {}),
  };
}
