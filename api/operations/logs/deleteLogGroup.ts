import type { DeleteLogGroupRequest } from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { groupFor } from "./groups";

/** One that a task definition names comes back with it, as it does on AWS with its next event. */
export const deleteLogGroup: Operation<DeleteLogGroupRequest, object> = (input, world) => {
  const { record } = groupFor(input, world);
  return {
    output: {},
    changes: record === undefined ? [] : [{ kind: "remove", key: record.key }],
  };
};
