import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { groupsIn, saidOf } from "./groups";
import { pageOf } from "./page";
import { invalid } from "./refuse";

export const describeLogGroups: Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> = (
  input,
  world,
) => {
  const { logGroupNamePrefix, logGroupNamePattern, logGroupClass, logGroupIdentifiers } = input;
  if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
    throw invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive.");
  }
  const pattern = logGroupNamePattern?.toLowerCase();
  const found = groupsIn(world).filter(
    (group) =>
      group.name.startsWith(logGroupNamePrefix ?? "") &&
      (pattern === undefined || group.name.toLowerCase().includes(pattern)) &&
      (logGroupClass === undefined || logGroupClass === saidOf(group).logGroupClass) &&
      (logGroupIdentifiers?.some((given) => given === group.name || given === group.arn) ?? true),
  );
  const { items, ...next } = pageOf(found, input, ({ name }) => name);
  return {
    output: {
      logGroups: items.map((group) => ({
        logGroupName: group.name,
        creationTime: group.createdAt.getTime(),
        metricFilterCount: 0,
        arn: `${group.arn}:*`,
        logGroupArn: group.arn,
        storedBytes: 0,
        ...saidOf(group),
      })),
      ...next,
    },
  };
};
