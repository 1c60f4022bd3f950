/** What came back for a request, as it was on the wire. */
export interface Answer {
  readonly status: number;
  /** In the order in which they came; a name may come more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly trailers: readonly (readonly [name: string, value: string])[];
}

/** All values of a header, whatever the case of its name. */
export function valuesOf(fields: Answer["headers"], name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.filter(([found]) => found.toLowerCase() === wanted).map(([, value]) => value);
}

/** What a target of the case file tells of the request that reached it. */
export interface Echo {
  /** The target's name, such as `echo-1`. */
  readonly backend: string;
  readonly method: string;
  /** The request's target as it was on the wire. */
  readonly url: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

/** The echo in an answer, if a target sent one. */
export function echoIn(text: string): Echo | undefined {
  try {
    const found = JSON.parse(text) as Partial<Echo> | null;
    return typeof found?.backend === "string" && typeof found.url === "string"
      ? (found as Echo)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The target that answered: it names itself in a header too, since HEAD has no body. */
export function targetOf(answer: Answer): string | undefined {
  return valuesOf(answer.headers, "x-kecs-target")[0] ?? echoIn(answer.body)?.backend;
}
