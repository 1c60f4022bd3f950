/** Resolved arguments as plain data, and the paths in them at which the program said "secret". */
export interface WithSecrets<T> {
  readonly value: T;
  /** Such as `environment[0].value`; everything below such a path is secret too. */
  readonly secrets: readonly string[];
}
