import { AwsError } from "../../world/awsError";
import { validateTargetGroup } from "../../../core/lb/targetGroup/validate";
import type { TargetGroupValues } from "../../../core/lb/targetGroup/values";
import { INPUT, refuse } from "./refuse";

const TARGET = new RegExp(`^(${INPUT}\\.targets)\\[(\\d+)\\]$`);

/**
 * Refuses what is wrong with a target group by itself.
 *
 * @param inRequest where the request has one of the group's targets
 */
export function checkTargetGroup(
  values: TargetGroupValues,
  inRequest: (target: number) => number = (target) => target,
): void {
  const issues = validateTargetGroup(values, INPUT).map((issue) => ({
    ...issue,
    path: issue.path.replace(
      TARGET,
      (_, before: string, i: string) => `${before}[${inRequest(Number(i))}]`,
    ),
  }));
  refuse(
    issues.map((issue) =>
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
