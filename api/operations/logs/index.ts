import type { Operations } from "../../world/operation";
import { createLogGroup } from "./createLogGroup";
import { deleteLogGroup } from "./deleteLogGroup";
import { deleteRetentionPolicy } from "./deleteRetentionPolicy";
import { describeLogGroups } from "./describeLogGroups";
import { describeLogStreams } from "./describeLogStreams";
import { filterLogEvents } from "./filterLogEvents";
import { getLogEvents } from "./getLogEvents";
import { listTagsForResource } from "./listTagsForResource";
import { listTagsLogGroup } from "./listTagsLogGroup";
import { putRetentionPolicy } from "./putRetentionPolicy";
import { tagResource } from "./tagResource";
import { untagResource } from "./untagResource";

export { LENIENCIES } from "./leniencies";

/** The operations of CloudWatch Logs by AWS's names: what containers wrote, read from the cluster. */
export const operations = {
  CreateLogGroup: createLogGroup,
  DeleteLogGroup: deleteLogGroup,
  DeleteRetentionPolicy: deleteRetentionPolicy,
  DescribeLogGroups: describeLogGroups,
  DescribeLogStreams: describeLogStreams,
  FilterLogEvents: filterLogEvents,
  GetLogEvents: getLogEvents,
  ListTagsForResource: listTagsForResource,
  ListTagsLogGroup: listTagsLogGroup,
  PutRetentionPolicy: putRetentionPolicy,
  TagResource: tagResource,
  UntagResource: untagResource,
} as const satisfies Operations;
