/** Where an operation takes what AWS refuses, or does not do what AWS does; the pages print them. */
export interface Leniency {
  readonly operations: readonly string[];
  /** The field, or what a caller can do. */
  readonly what: string;
  readonly aws: string;
  readonly here: string;
}
