/** A line that a container wrote. */
export interface LogLine {
  /** When, to the nanosecond and always as long, so that texts compare as times do. */
  readonly time: string;
  readonly message: string;
}

const STAMPED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d) ?(.*)$/s;

/** A line of `kubectl logs --timestamps`; what kubectl says itself has the time before it. */
export function parseLogLine(line: string, before: string): LogLine {
  const [, seconds, fraction = "", zone, message] = STAMPED.exec(line) ?? [];
  if (seconds === undefined || zone === undefined) return { time: before, message: line };
  const utc = zone === "Z" ? seconds : new Date(`${seconds}${zone}`).toISOString().slice(0, 19);
  return { time: `${utc}.${fraction.padEnd(9, "0")}Z`, message: message ?? "" };
}

/** All lines of a text that kubectl printed. */
export function parseLog(text: string): LogLine[] {
  let before = "";
  return text
    .split("\n")
    .slice(0, text === "" || text.endsWith("\n") ? -1 : undefined)
    .map((line) => {
      const parsed = parseLogLine(line, before);
      before = parsed.time;
      return parsed;
    });
}
