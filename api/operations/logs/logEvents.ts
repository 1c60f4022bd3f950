import { digest } from "../../../core/naming";

/** A line that a container wrote. */
export interface LogEvent {
  readonly stream: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
  /** Orders the lines of a stream: its time to the nanosecond, and its number among those of that time. */
  readonly position: string;
}

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z (.*)$/;

/** The lines of a container's log, as Kubernetes gives it with times. */
export function logEvents(text: string, stream: string): LogEvent[] {
  const counts = new Map<string, number>();
  return text.split("\n").flatMap((line) => {
    const [, seconds = "", fraction = "", message = ""] = LINE.exec(line) ?? [];
    // CloudWatch Logs has no empty events.
    if (message === "") return [];
    const time = `${seconds}.${fraction.padEnd(9, "0")}Z`;
    const number = counts.get(time) ?? 0;
    counts.set(time, number + 1);
    const position = `${time}/${number.toString().padStart(6, "0")}`;
    return [{ stream, timestamp: Date.parse(time), message, position }];
  });
}

/** The time within a position. */
export function timeOf(position: string): Date {
  return new Date(position.slice(0, position.indexOf("/")));
}

const ID_DIGITS = 56;

/** The id of an event, in the form that AWS's have. */
export function eventId({ stream, position }: LogEvent): string {
  return BigInt(`0x${digest(`${stream}/${position}`, 40)}`)
    .toString()
    .padStart(ID_DIGITS, "0");
}
