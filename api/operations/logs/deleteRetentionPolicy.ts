import type { DeleteRetentionPolicyRequest } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { changedGroup, groupFor } from "./groups";

export const deleteRetentionPolicy: Operation<DeleteRetentionPolicyRequest, object> = (
  { logGroupName },
  world,
) => {
  const group = groupFor({ logGroupName }, world);
  return {
    output: {},
    changes:
      group.record === undefined ? [] : [changedGroup(group, { retentionInDays: undefined })],
  };
};
