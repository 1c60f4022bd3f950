import type {
  DeleteTargetGroupCommandInput,
  DeleteTargetGroupOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { usesOf } from "./actions";
import { byArn, resourceOf, targetGroups } from "./lookUp";
import { ownerText, remove, requireOwn } from "./objects";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html */
export const deleteTargetGroup: Operation<
  DeleteTargetGroupCommandInput,
  DeleteTargetGroupOutput
> = ({ TargetGroupArn: arn = "" }, world) => {
  if (!resourceOf(arn).startsWith("targetgroup/")) {
    throw new AwsError("ValidationError", `'${arn}' is not a valid target group ARN`);
  }
  const object = byArn(targetGroups(world), arn);
  // AWS calls it a success where there is none.
  if (object === undefined) return { output: {} };
  requireOwn(object, "Target group");
  const use = usesOf(world).find(({ targetGroupArn }) => targetGroupArn === object.arn);
  if (use !== undefined) {
    throw new AwsError(
      "ResourceInUse",
      `Target group '${object.arn}' is currently in use by a listener or a rule${ownerText(use.by)}`,
    );
  }
  return { output: {}, changes: [remove(object)] };
};
