import { AwsError } from "../../world/awsError";
import { validateTargetGroup } from "../../../core/lb/targetGroup/validate";
import type { TargetGroupValues } from "../../../core/lb/targetGroup/values";
import { INPUT, refuse } from "./refuse";

/** Refuses what is wrong with a target group by itself. */
export function checkTargetGroup(values: TargetGroupValues): void {
  refuse(
    validateTargetGroup(values, INPUT).map((issue) =>
      issue.path === `${INPUT}.targetType` && values.targetType === "instance"
        ? {
            ...issue,
            hint: `${issue.hint ?? ""}: --target-type ip, since "instance" is AWS's default`,
          }
        : issue,
    ),
  );
  if (values.healthCheck?.enabled === false) {
    throw new AwsError(
      "ValidationError",
      "Health check enabled must be true for target groups with target type 'ip'",
    );
  }
}
