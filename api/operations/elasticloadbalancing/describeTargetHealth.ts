import type {
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthOutput,
  TargetHealth,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { recordedTargetGroup } from "../../../core/lb/targetGroup/record";
import { usesOf } from "./actions";
import { targetGroupByArn } from "./lookUp";
import { registeredTargets, targetText, toTarget, zonesOf, type Target } from "./targets";
import { taskTargets, type TaskTarget } from "./taskTargets";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
const NOT_IN_USE: TargetHealth = {
  State: "unused",
  Reason: "Target.NotInUse",
  Description: "Target group is not configured to receive traffic from the load balancer",
};
const NOT_REGISTERED: TargetHealth = {
  State: "unused",
  Reason: "Target.NotRegistered",
  Description: "Target is not registered to the target group",
};
const NORMAL = { Result: "normal", MitigationInEffect: "no" } as const;

interface Found extends Target {
  readonly health: TargetHealth;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html */
export const describeTargetHealth: Operation<
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthOutput
> = ({ TargetGroupArn, Targets = [], Include = [] }, world) => {
  const object = targetGroupByArn(world, TargetGroupArn);
  const all = targetsOf(object, world);
  const found =
    Targets.length === 0
      ? all
      : Targets.map((target) => toTarget(object, target)).map(
          ({ id, port }) =>
            all.find((of) => of.id === id && of.port === port) ?? {
              id,
              port,
              health: NOT_REGISTERED,
            },
        );
  const anomaly = Include.length > 0 ? { AnomalyDetection: NORMAL } : {};
  return {
    output: {
      TargetHealthDescriptions: found.map((of) => ({ ...toAwsHealth(of, object), ...anomaly })),
    },
  };
};

function targetsOf(object: AwsObject, world: World): Found[] {
  const isUsed = usesOf(world).some(({ targetGroupArn }) => targetGroupArn === object.arn);
  const found: Found[] = [
    ...taskTargets(object, world).map((task) => ({ ...task, health: healthOf(task) })),
    // Nothing checks a process.
    ...registeredTargets(object).map((target) => ({
      ...target,
      health: { State: "healthy" } as const,
    })),
  ];
  return isUsed ? found : found.map((of) => ({ ...of, health: NOT_IN_USE }));
}

function healthOf({ state, message }: TaskTarget): TargetHealth {
  switch (state) {
    case "healthy":
      return { State: "healthy" };
    case "initial":
      return {
        State: "initial",
        Reason: "Elb.InitialHealthChecking",
        Description: "Initial health checks in progress",
      };
    case "unhealthy":
      return {
        State: "unhealthy",
        Reason: "Target.FailedHealthChecks",
        Description: message === "" ? "Health checks failed" : `Health checks failed: ${message}`,
      };
    case "draining":
      return {
        State: "draining",
        Reason: "Target.DeregistrationInProgress",
        Description: "Target deregistration is in progress",
      };
  }
}

function toAwsHealth({ id, port, health }: Found, object: AwsObject): TargetHealthDescription {
  const checked = recordedTargetGroup(object).healthCheck?.port ?? "traffic-port";
  const zone = zonesOf(object)[targetText({ id, port })];
  return {
    Target: {
      Id: id,
      Port: port,
      ...(zone === undefined ? {} : { AvailabilityZone: zone }),
    },
    HealthCheckPort: checked === "traffic-port" ? String(port) : String(checked),
    TargetHealth: health,
  };
}
