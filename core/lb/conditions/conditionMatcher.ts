/** How a kind of condition is said in Traefik's rule language. */
export interface ConditionMatcher<Model> {
  /** A matcher for each of the condition's values: one of them has to hold. */
  matchersOf(condition: Model): string[];
}
