/** Numbers from one to another, each `step` after the one before. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The times of the clock at which something runs: those that every field allows. */
export interface Clock {
  readonly minutes: readonly Span[];
  readonly hours: readonly Span[];
  readonly daysOfMonth: readonly Span[];
  readonly months: readonly Span[];
  /** From 0, which is Sunday, to 6. */
  readonly daysOfWeek: readonly Span[];
}

export const BOUNDS = {
  minutes: [0, 59],
  hours: [0, 23],
  daysOfMonth: [1, 31],
  months: [1, 12],
  daysOfWeek: [0, 6],
} as const satisfies Record<keyof Clock, readonly [number, number]>;

/** All that a field can be. */
export function every(field: keyof Clock, step = 1): readonly Span[] {
  const [from, to] = BOUNDS[field];
  return [{ from, to, step }];
}

/** The `schedule` of a CronJob. */
export function cronJobSchedule(clock: Clock): string {
  const fields: readonly (keyof Clock)[] = [
    "minutes",
    "hours",
    "daysOfMonth",
    "months",
    "daysOfWeek",
  ];
  return fields
    .map((field) => clock[field].map((span) => spanText(span, BOUNDS[field])).join(","))
    .join(" ");
}

function spanText({ from, to, step }: Span, [first, last]: readonly [number, number]): string {
  const range = from === first && to === last ? "*" : from === to ? `${from}` : `${from}-${to}`;
  return step === 1 || from === to ? range : `${range}/${step}`;
}

export function holds(spans: readonly Span[], value: number): boolean {
  return spans.some(
    ({ from, to, step }) => value >= from && value <= to && (value - from) % step === 0,
  );
}
