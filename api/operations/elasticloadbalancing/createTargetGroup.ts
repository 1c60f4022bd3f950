import type {
  CreateTargetGroupCommandInput,
  CreateTargetGroupOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { isDeepStrictEqual } from "node:util";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { targetGroupArn } from "../../../core/arn";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { checkTargetGroup } from "./checkTargetGroup";
import { byArn, targetGroups } from "./lookUp";
import { requireVpc } from "./network";
import { newObject, ownerText, put } from "./objects";
import { defined } from "./shapes/defined";
import { tagsOf } from "./shapes/tags";
import { toAwsTargetGroup, toTargetGroupValues } from "./shapes/targetGroup";
import { loadBalancersOf } from "./targetGroupUse";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export const createTargetGroup: Operation<
  CreateTargetGroupCommandInput,
  CreateTargetGroupOutput
> = (input, world) => {
  const values = toTargetGroupValues(input);
  checkTargetGroup(values);
  if (input.Protocol === undefined) {
    throw new AwsError("ValidationError", "A protocol must be specified");
  }
  if (input.Port === undefined) throw new AwsError("ValidationError", "A port must be specified");
  requireVpc(input.VpcId, world);
  const arn = targetGroupArn(world.connection, values.name);
  const { TargetControlPort } = input;
  const made = newObject(targetGroupRecord(values, arn), defined({ TargetControlPort }), world);
  const present = byArn(targetGroups(world), arn);
  if (present === undefined) {
    return { output: { TargetGroups: [toAwsTargetGroup(made, [])] }, changes: [put(made)] };
  }
  if (!isDeepStrictEqual(settings(present), settings(made))) {
    throw new AwsError(
      "DuplicateTargetGroupName",
      `A target group with the same name '${values.name}' exists, but with different settings${ownerText(present)}`,
    );
  }
  return {
    output: { TargetGroups: [toAwsTargetGroup(present, loadBalancersOf(world)(present.arn))] },
  };
};

function settings(object: Pick<AwsObject, "arn" | "attributes" | "echo">) {
  return { ...toAwsTargetGroup(object, []), tags: tagsOf(object) };
}
