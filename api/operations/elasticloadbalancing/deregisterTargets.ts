import type {
  DeregisterTargetsCommandInput,
  DeregisterTargetsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { targetGroupByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";
import { targetGroupValuesOf } from "./shapes/targetGroup";
import { taskTargets } from "./taskTargets";
import { registeredTargets, targetText, toTarget, zonesOf, type Target } from "./targets";

/**
 * A target that there is not is none afterwards: AWS calls it a success.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeregisterTargets.html
 */
export const deregisterTargets: Operation<
  DeregisterTargetsCommandInput,
  DeregisterTargetsOutput
> = ({ TargetGroupArn, Targets = [] }, world) => {
  const object = targetGroupByArn(world, TargetGroupArn);
  requireOwn(object, "Target group");
  const wanted = Targets.map((target) => toTarget(object, target));
  requireNoTask(wanted, taskTargets(object, world));
  const going = new Set(wanted.map(targetText));
  const targets = registeredTargets(object)
    .map(targetText)
    .filter((text) => !going.has(text));
  const zones = Object.entries(zonesOf(object)).filter(([text]) => !going.has(text));
  const values = { ...targetGroupValuesOf(object), targets };
  return {
    output: {},
    changes: [
      replace(object, {
        attributes: { ...targetGroupRecord(values, object.arn).attributes },
        echo: { ...object.echo, Zones: Object.fromEntries(zones) },
      }),
    ],
  };
};

/** Tasks come back: their service keeps them in the target group. */
function requireNoTask(wanted: readonly Target[], tasks: readonly Target[]): void {
  const task = wanted.find(({ id, port }) =>
    tasks.some((other) => other.id === id && other.port === port),
  );
  if (task === undefined) return;
  throw new AwsError(
    "InvalidTarget",
    `Target '${targetText(task)}' is a task of an ECS service, which KECS keeps in the target group; stop the task, or take the target group out of the service's loadBalancers`,
  );
}
