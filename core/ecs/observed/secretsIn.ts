interface KubeObject {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** The values of the Secrets among what kubectl listed: what no message may show. */
export function secretsIn(items: readonly KubeObject[]): string[] {
  return items
    .filter(({ kind }) => kind === "Secret")
    .flatMap(({ data }) => Object.values(data ?? {}))
    .map((value) => Buffer.from(value, "base64").toString());
}
