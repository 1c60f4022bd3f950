import type { PutRetentionPolicyRequest } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { changedGroup, groupFor } from "./groups";
import { invalid } from "./refuse";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** Kept and described: output is there for as long as its task is. */
export const putRetentionPolicy: Operation<PutRetentionPolicyRequest, object> = (
  { logGroupName, retentionInDays = 0 },
  world,
) => {
  if (!DAYS.includes(retentionInDays)) {
    throw invalid(`retentionInDays ${retentionInDays} is not one of ${DAYS.join(", ")}.`);
  }
  const group = groupFor({ logGroupName }, world);
  return { output: {}, changes: [changedGroup(group, { retentionInDays })] };
};
