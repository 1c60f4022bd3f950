import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { groupsIn } from "./groups";
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
    ({ name, arn }) =>
      name.startsWith(logGroupNamePrefix ?? "") &&
      (pattern === undefined || name.toLowerCase().includes(pattern)) &&
      (logGroupClass === undefined || logGroupClass === "STANDARD") &&
      (logGroupIdentifiers?.some((given) => given === name || given === arn) ?? true),
  );
  const { items, ...next } = pageOf(found, input, ({ name }) => name);
  return {
    output: {
      logGroups: items.map(({ name, arn, createdAt }) => ({
        logGroupName: name,
        creationTime: createdAt.getTime(),
        metricFilterCount: 0,
        arn: `${arn}:*`,
        logGroupArn: arn,
        storedBytes: 0,
        logGroupClass: "STANDARD" as const,
      })),
      ...next,
    },
  };
};
