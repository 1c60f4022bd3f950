import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as DescribedStream,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { groupFor } from "./groups";
import { logEvents } from "./logEvents";
import { pageOf } from "./page";
import { invalid } from "./refuse";
import { streamsIn, type LogStream } from "./streams";

export const describeLogStreams: Operation<
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse
> = (input, world) => {
  const { logStreamNamePrefix, orderBy = "LogStreamName", descending = false } = input;
  if (orderBy === "LastEventTime" && logStreamNamePrefix !== undefined) {
    throw invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
  }
  const group = groupFor(input, world);
  const found = streamsIn(world).filter(
    (stream) => stream.group === group.name && stream.name.startsWith(logStreamNamePrefix ?? ""),
  );
  const keyOf = (of: DescribedStream): string =>
    orderBy === "LastEventTime"
      ? `${String(of.lastEventTimestamp ?? 0).padStart(15, "0")}/${of.logStreamName ?? ""}`
      : (of.logStreamName ?? "");
  const sign = descending ? -1 : 1;
  return {
    output: {},
    reading: {
      logs: found.map(({ last }) => ({ ...last, lastLines: 1 })),
      output: (texts) => {
        const all = found
          .map((stream, i) => described(stream, texts[i] ?? "", group.arn))
          .sort((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : 1));
        const { items, ...next } = pageOf(all, input, keyOf);
        return { logStreams: [...items], ...next };
      },
    },
  };
};

/** The field of a stream has been 0 since 2019. */
const SIZE: object = { storedBytes: 0 };

/** A stream as AWS describes it, by the last line of its log. */
function described({ name, startedAt }: LogStream, text: string, group: string): DescribedStream {
  const [last] = logEvents(text, name);
  const started = startedAt.getTime();
  return {
    logStreamName: name,
    creationTime: started,
    ...(last === undefined
      ? {}
      : {
          firstEventTimestamp: started,
          lastEventTimestamp: last.timestamp,
          lastIngestionTime: last.timestamp,
        }),
    arn: `${group}:log-stream:${name}`,
    ...SIZE,
  };
}
