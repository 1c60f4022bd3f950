import type {
  ModifyTargetGroupCommandInput,
  ModifyTargetGroupOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { checkTargetGroup } from "./checkTargetGroup";
import { targetGroupByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";
import { targetGroupValuesOf, toAwsTargetGroup, toHealthCheckValues } from "./shapes/targetGroup";
import { loadBalancersOf } from "./targetGroupUse";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html */
export const modifyTargetGroup: Operation<
  ModifyTargetGroupCommandInput,
  ModifyTargetGroupOutput
> = (input, world) => {
  const object = targetGroupByArn(world, input.TargetGroupArn);
  requireOwn(object, "Target group");
  const present = targetGroupValuesOf(object);
  const healthCheck = {
    ...present.healthCheck,
    ...toHealthCheckValues(input, present.protocolVersion),
  };
  const values = { ...present, healthCheck };
  checkTargetGroup(values);
  const attributes = { ...targetGroupRecord(values, object.arn).attributes };
  const users = loadBalancersOf(world)(object.arn);
  return {
    output: { TargetGroups: [toAwsTargetGroup({ ...object, attributes }, users)] },
    changes: [replace(object, { attributes })],
  };
};
