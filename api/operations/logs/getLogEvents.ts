import type { GetLogEventsRequest, GetLogEventsResponse } from "@aws-sdk/client-cloudwatch-logs";
import type { LogPart, Operation } from "../../world/operation";
import { groupFor } from "./groups";
import { limitOf } from "./limit";
import { logEvents, timeOf, type LogEvent } from "./logEvents";
import { tokenOf } from "../pageToken";
import { placeIn } from "./page";
import { invalid, unknown } from "./refuse";
import { streamsIn } from "./streams";

/**
 * A token is a place between two lines, and a direction. At the end of a stream the same token comes back,
 * by which a caller knows it, and finds the lines that are written later.
 */
export const getLogEvents: Operation<GetLogEventsRequest, GetLogEventsResponse> = (
  input,
  world,
) => {
  const group = groupFor(input, world);
  const stream = streamsIn(world).find(
    ({ group: of, name }) => of === group.name && name === input.logStreamName,
  );
  if (stream === undefined) throw unknown("stream");
  const limit = limitOf(input);
  const { startTime = -Infinity, endTime = Infinity, nextToken } = input;
  const from = nextToken === undefined ? firstPlace(input) : placeOf(nextToken);
  return {
    output: {},
    reading: {
      logs: stream.parts.map((part) => ({ ...part, ...since(startTime, from) })),
      output: (texts) => {
        const all = logEvents(texts.join("\n"), stream.name).filter(
          ({ timestamp }) => timestamp >= startTime && timestamp < endTime,
        );
        const page = pageFrom(all, from, limit);
        const [first] = page;
        const last = page.at(-1);
        return {
          events: page.map(({ timestamp, message }) => ({
            timestamp,
            message,
            ingestionTime: timestamp,
          })),
          nextForwardToken: token({
            isForward: true,
            position: last === undefined ? (from.position ?? "") : after(last),
          }),
          nextBackwardToken: token({
            isForward: false,
            position: first?.position ?? from.position ?? "",
          }),
        };
      },
    },
  };
};

interface Place {
  readonly isForward: boolean;
  /** Of the line behind it; undefined for the end of the stream. */
  readonly position: string | undefined;
}

function firstPlace({ startFromHead = false }: GetLogEventsRequest): Place {
  return startFromHead
    ? { isForward: true, position: "" }
    : { isForward: false, position: undefined };
}

/** The place behind a line. */
function after({ position }: LogEvent): string {
  return `${position}~`;
}

function pageFrom(all: readonly LogEvent[], from: Place, limit: number): readonly LogEvent[] {
  const { isForward, position } = from;
  if (isForward) {
    return all.filter((event) => event.position >= (position ?? "")).slice(0, limit);
  }
  return all.filter((event) => position === undefined || event.position < position).slice(-limit);
}

/** Lines that cannot be on the page are not read. */
function since(startTime: number, { isForward, position }: Place): Pick<LogPart, "since"> {
  const begin = isForward && position?.includes("/") === true ? timeOf(position).getTime() : 0;
  const earliest = Math.max(startTime, begin);
  return earliest > 0 ? { since: new Date(earliest) } : {};
}

function token({ isForward, position = "" }: Place): string {
  return tokenOf(`${isForward ? "f" : "b"}/${position}`);
}

const PLACE = /^([fb])\/(|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z\/\d{6,}~?)$/;

function placeOf(given: string): Place {
  const [, direction, position] = PLACE.exec(placeIn(given)) ?? [];
  if (direction === undefined) throw invalid("The specified nextToken is invalid.");
  return { isForward: direction === "f", position };
}
