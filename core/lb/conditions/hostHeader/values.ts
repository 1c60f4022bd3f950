import type { Patterns, PatternValues } from "../patternValues";

export interface HostHeaderField {
  /**
   * Host names of 1 to 128 letters, digits, hyphens and dots, with `*` and `?`; a dot is needed, and
   * only letters may follow the last one. Letter case does not count.
   *
   * Locally: `values` have to be known before the program's first await, or be in the load
   * balancer's `hostnames`. So have all hosts that `regexValues` are meant for, since a pattern
   * tells no names. Tasks reach the load balancer by those of `values` that have no wildcards.
   */
  readonly hostHeader?: PatternValues | undefined;
}

/** The host is compared in lower case, so its patterns are too. */
export interface HostHeaderCondition extends Patterns {
  readonly field: "host-header";
}
