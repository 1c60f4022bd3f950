import { argumentFields, NO_EFFECT } from "../support/argumentFields";
import { problem, type Issue } from "../validate";

/** What a reference to another stack is made of. */
export interface ReferenceValues {
  readonly stack: string;
}

/** Every argument of `KecsStack.reference`. */
export const REFERENCE_FIELDS = argumentFields<ReferenceValues>(
  "a reference to a stack",
  NO_EFFECT,
  { stack: "text!" },
);

/** A stack needs a name; which ones there are, its backend knows. */
export function validateReference({ stack }: ReferenceValues, path: string): Issue[] {
  if (stack !== "") return [];
  const hint = "pass <organization>/<project>/<stack>";
  return [problem("KECS1009", `${path}.stack`, "is empty", hint)];
}
