import { BOUNDS, every, type Clock, type Span } from "./clock";

/* AWS's cron: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */

/** What a field of an expression says, or why it cannot be had. */
export type Reading<T> =
  | { readonly kind: "read"; readonly value: T }
  /** No parser of AWS takes it. */
  | { readonly kind: "malformed"; readonly message: string; readonly hint: string }
  /** AWS takes it, and a CronJob cannot say it. */
  | { readonly kind: "unavailable"; readonly message: string; readonly hint: string };

interface Field {
  /** As messages name it. */
  readonly name: string;
  readonly bounds: readonly [number, number];
  /** Names in the place of numbers, the first for the lowest. */
  readonly names: readonly string[];
  readonly allowsStep: boolean;
  /** Whether a range may go on behind the last value with the first one, as the hours 20-2 do. */
  readonly isRound: boolean;
  /** What only AWS has in this field. */
  readonly special?: RegExp;
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const DAYS = "SUN MON TUE WED THU FRI SAT".split(" ");
const DAY = `[1-7]|${DAYS.join("|")}`;
const number = (name: string, bounds: readonly [number, number]): Field => ({
  name,
  bounds,
  names: [],
  allowsStep: true,
  isRound: true,
});

const MINUTES = number("minutes", BOUNDS.minutes);
const HOURS = number("hours", BOUNDS.hours);
const DAY_OF_MONTH: Field = {
  ...number("day of month", BOUNDS.daysOfMonth),
  special: /^(L|LW|L-([1-9]|[12]\d|30)|([1-9]|[12]\d|3[01])W)$/,
};
const MONTH: Field = { ...number("month", BOUNDS.months), names: MONTHS };
const DAY_OF_WEEK: Field = {
  ...number("day of week", [1, 7]),
  names: DAYS,
  allowsStep: false,
  isRound: true,
  special: new RegExp(`^((${DAY})L|(${DAY})#[1-5])$`),
};
const YEAR: Field = { ...number("year", [1970, 2199]), isRound: false };

const FIELDS = "minutes, hours, day of month, month, day of week and year";

/** The clock of the six fields between the parentheses of `cron(…)`. */
export function readCron(text: string): Reading<Clock> {
  const fields = text.split(/\s+/);
  const [minutes = "", hours = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields;
  if (fields.includes("")) {
    return malformed(
      text === "" ? "cron() has no fields" : `cron(${text}) has a blank next to a parenthesis`,
      `write ${FIELDS}, with blanks between them`,
    );
  }
  if (fields.length !== 6) {
    return malformed(`cron(…) has ${fields.length} fields, and AWS wants six`, `write ${FIELDS}`);
  }
  if ([dayOfMonth, dayOfWeek].filter((field) => field === "?").length !== 1) {
    return malformed(
      `the day of month is "${dayOfMonth}" and the day of week "${dayOfWeek}", and exactly one of them has to be ?`,
      "write ? for the one that does not decide",
    );
  }
  const read = {
    minutes: readField(minutes, MINUTES),
    hours: readField(hours, HOURS),
    daysOfMonth:
      dayOfMonth === "?" ? given(every("daysOfMonth")) : readField(dayOfMonth, DAY_OF_MONTH),
    months: readField(month, MONTH),
    daysOfWeek: dayOfWeek === "?" ? given(every("daysOfWeek")) : readDayOfWeek(dayOfWeek),
    years: readYear(year),
  };
  const failed = Object.values(read).filter((of) => of.kind !== "read");
  const first = failed.find(({ kind }) => kind === "malformed") ?? failed[0];
  if (first !== undefined) return first;
  const spans = (of: Reading<readonly Span[]>) => (of.kind === "read" ? of.value : []);
  return given({
    minutes: spans(read.minutes),
    hours: spans(read.hours),
    daysOfMonth: spans(read.daysOfMonth),
    months: spans(read.months),
    daysOfWeek: spans(read.daysOfWeek),
  });
}

/** AWS counts the days of a week from 1, and L alone is its last one. */
function readDayOfWeek(text: string): Reading<readonly Span[]> {
  const read = readField(text === "L" ? "SAT" : text, DAY_OF_WEEK);
  if (read.kind !== "read") return read;
  return given(read.value.map(({ from, to, step }) => ({ from: from - 1, to: to - 1, step })));
}

function readYear(text: string): Reading<readonly Span[]> {
  const read = readField(text, YEAR);
  if (read.kind !== "read") return read;
  const [first, last] = YEAR.bounds;
  const isEvery = read.value.some(
    ({ from, to, step }) => from === first && to === last && step === 1,
  );
  return isEvery
    ? read
    : unavailable(`the year "${text}" cannot be kept: a CronJob runs in every year`, "write *");
}

function readField(text: string, field: Field): Reading<readonly Span[]> {
  const items = text.toUpperCase().split(",");
  const spans: Span[] = [];
  for (const item of items) {
    const read = readItem(item, field);
    if (read === undefined) {
      if (field.special?.test(item) === true) return specialDay(text, field);
      return notAField(text, item, field);
    }
    spans.push(...read);
  }
  return given(spans);
}

const ITEM = /^(?:(\*)|([0-9A-Z]+)(?:-([0-9A-Z]+))?)(?:\/(\d+))?$/;

/** A value, a range, or one of them with a step; undefined where it is neither. */
function readItem(item: string, field: Field): readonly Span[] | undefined {
  const [, star, start, end, by] = ITEM.exec(item) ?? [];
  const [first, last] = field.bounds;
  const from = star === undefined ? valueOf(start, field) : first;
  const step = by === undefined ? 1 : Number(by);
  if (from === undefined || step < 1 || step > last) return undefined;
  if (by !== undefined && !field.allowsStep) return undefined;
  const isOpen = star !== undefined || (end === undefined && by !== undefined);
  const to = isOpen ? last : end === undefined ? from : valueOf(end, field);
  if (to === undefined) return undefined;
  if (from <= to) return [{ from, to, step }];
  return field.isRound ? aroundTheEnd({ from, to, step }, field) : undefined;
}

/** A range that goes on with the first value behind the last one. */
function aroundTheEnd({ from, to, step }: Span, { bounds: [first, last] }: Field): Span[] {
  const before = last - ((last - from) % step);
  const next = before + step - (last - first + 1);
  return [{ from, to: before, step }, ...(next <= to ? [{ from: next, to, step }] : [])];
}

function valueOf(text = "", { bounds: [first, last], names }: Field): number | undefined {
  const named = names.indexOf(text);
  if (named >= 0) return first + named;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return value >= first && value <= last ? value : undefined;
}

function notAField(text: string, item: string, { name, bounds, names, allowsStep }: Field) {
  const [first, last] = bounds;
  const named = names.length === 0 ? "" : ` or ${names[0] ?? ""}-${names.at(-1) ?? ""}`;
  const signs = allowsStep ? ", - * /" : ", - *";
  return malformed(
    `the ${name} "${text}" ${item === text.toUpperCase() ? "is" : `has "${item}", which is`} not what AWS takes`,
    `use ${first}-${last}${named} with ${signs}`,
  );
}

function specialDay(text: string, { name }: Field) {
  return unavailable(
    `the ${name} "${text}" cannot be kept: a CronJob has no L, W and #`,
    "run on more days, such as the 28th or every week, and let the task look at the date",
  );
}

export function given<T>(value: T): Reading<T> {
  return { kind: "read", value };
}

export function malformed(message: string, hint: string): Reading<never> {
  return { kind: "malformed", message, hint };
}

export function unavailable(message: string, hint: string): Reading<never> {
  return { kind: "unavailable", message, hint };
}
