/** A time as clocks in a time zone show it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** From 0, which is Sunday, to 6. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** What clocks in a time zone show at a time in milliseconds. */
export function wallClock(timeZone: string): (time: number) => WallTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    weekday: "short",
    hour: "numeric",
    minute: "numeric",
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    return {
      year: number("year"),
      month: number("month"),
      day: number("day"),
      weekday: WEEKDAYS.indexOf(parts.get("weekday") ?? ""),
      hour: number("hour"),
      minute: number("minute"),
    };
  };
}

const ZONE = /^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/;

/**
 * Whether a text is the name of a time zone as the IANA writes it. Kubernetes tells small letters from
 * capitals.
 */
export function isTimeZone(text: string): boolean {
  const found = canonicalZone(text);
  return found !== undefined && ZONE.test(text) && !differsInCase(text, found);
}

/** The time zone that was meant, where only the case of its letters is another. */
export function nearTimeZone(text: string): string | undefined {
  const found = canonicalZone(text);
  return found !== undefined && differsInCase(text, found) ? found : undefined;
}

function differsInCase(text: string, found: string): boolean {
  return text !== found && text.toLowerCase() === found.toLowerCase();
}

function canonicalZone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
