/** A record of a described case, read key by key, so that nothing of it stays unread. */
export class Words {
  private readonly rest: Map<string, unknown>;

  constructor(
    record: Readonly<Record<string, unknown>>,
    private readonly where: string,
  ) {
    this.rest = new Map(Object.entries(record));
  }

  /** The value of a key, which has to be of this kind if it is there. */
  take<K extends keyof Kinds>(key: string, kind: K): Kinds[K] | undefined {
    const value = this.rest.get(key);
    if (value === undefined || value === null) {
      this.rest.delete(key);
      return undefined;
    }
    const found = Array.isArray(value)
      ? "list"
      : typeof value === "object"
        ? "record"
        : typeof value;
    if (found !== kind) throw new NotUnderstood(`${this.where}.${key} is ${JSON.stringify(value)}`);
    this.rest.delete(key);
    return value as Kinds[K];
  }

  /** A record below a key; an empty one if it is not there. */
  below(key: string): Words {
    return new Words(this.take(key, "record") ?? {}, `${this.where}.${key}`);
  }

  /** Throws if a key was not read. */
  end(): void {
    const [key] = this.rest.keys();
    if (key !== undefined) throw new NotUnderstood(`${this.where}.${key}`);
  }
}

interface Kinds {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly list: readonly unknown[];
  readonly record: Readonly<Record<string, unknown>>;
}

/** A case says something that the runner has no meaning for. */
export class NotUnderstood extends Error {}
