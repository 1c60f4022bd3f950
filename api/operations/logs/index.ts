import type { Operations } from "../../world/operation";
import { createLogGroup } from "./createLogGroup";
import { deleteLogGroup } from "./deleteLogGroup";
import { describeLogGroups } from "./describeLogGroups";
import { describeLogStreams } from "./describeLogStreams";
import { filterLogEvents } from "./filterLogEvents";
import { getLogEvents } from "./getLogEvents";

export { LENIENCIES } from "./leniencies";

/** The operations of CloudWatch Logs by AWS's names: what containers wrote, read from the cluster. */
export const operations = {
  CreateLogGroup: createLogGroup,
  DeleteLogGroup: deleteLogGroup,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
} as const satisfies Operations;
