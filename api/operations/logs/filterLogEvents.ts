import type {
  FilterLogEventsRequest,
  FilterLogEventsResponse,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Operation } from "../../world/operation";
import { filterPattern } from "./filterPattern";
import { groupFor } from "./groups";
import { limitOf } from "./limit";
import { eventId, logEvents, type LogEvent } from "./logEvents";
import { tokenOf } from "../pageToken";
import { placeIn } from "./page";
import { invalid, unknown } from "./refuse";
import { streamsIn, type LogStream } from "./streams";

/** The lines of all streams of a group, by their time. */
export const filterLogEvents: Operation<FilterLogEventsRequest, FilterLogEventsResponse> = (
  input,
  world,
) => {
  const { startTime = 0, endTime = Infinity, nextToken } = input;
  if (input.startFromHead === false) {
    throw invalid("startFromHead: KECS gives the earliest events first. Leave it out.");
  }
  const limit = limitOf(input);
  const isWanted = filterPattern(input.filterPattern ?? "");
  const group = groupFor(input, world);
  const streams = chosen(
    streamsIn(world).filter((stream) => stream.group === group.name),
    input,
  );
  const before = nextToken === undefined ? "" : placeIn(nextToken);
  const parts = streams.flatMap(({ parts: all, name }) => all.map((part) => ({ part, name })));
  return {
    output: {},
    reading: {
      logs: parts.map(({ part }) => ({
        ...part,
        ...(startTime > 0 ? { since: new Date(startTime) } : {}),
      })),
      output: (texts) => {
        const rest = parts
          .flatMap(({ name }, i) => logEvents(texts[i] ?? "", name))
          .filter(
            (event) =>
              event.timestamp >= startTime &&
              event.timestamp <= endTime &&
              keyOf(event) > before &&
              isWanted(event.message),
          )
          .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        const page = rest.slice(0, limit);
        const last = page.at(-1);
        return {
          events: page.map((event) => ({
            logStreamName: event.stream,
            timestamp: event.timestamp,
            message: event.message,
            ingestionTime: event.timestamp,
            eventId: eventId(event),
          })),
          searchedLogStreams: [],
          ...(last === undefined || rest.length === page.length
            ? {}
            : { nextToken: tokenOf(keyOf(last)) }),
        };
      },
    },
  };
};

function keyOf({ position, stream }: LogEvent): string {
  return `${position}/${stream}`;
}

function chosen(
  streams: readonly LogStream[],
  { logStreamNames, logStreamNamePrefix }: FilterLogEventsRequest,
): readonly LogStream[] {
  if (logStreamNames !== undefined && logStreamNamePrefix !== undefined) {
    throw invalid("logStreamNames and logStreamNamePrefix cannot both be given.");
  }
  if (logStreamNames === undefined) {
    return streams.filter(({ name }) => name.startsWith(logStreamNamePrefix ?? ""));
  }
  return logStreamNames.map((wanted) => {
    const found = streams.find(({ name }) => name === wanted);
    if (found === undefined) throw unknown("stream");
    return found;
  });
}
