import type { DescribedCase } from "../caseFile";
import type { Difference } from "../compare";
import type { PlannedFixture } from "../plan/plan";
import type { Session } from "../run/session";
import { robustness } from "./robustness";
import { tlsCase } from "./tlsCase";
import { validationCase } from "./validationCase";

/** A case that describes its set-up, as the runner understands it. */
export interface Interpretation {
  /** What it needs in the instance, beside all other fixtures; nothing for a case without requests. */
  readonly fixture?: PlannedFixture;
  /** Whether it changes the cluster: that starts the turns of round robin anew everywhere. */
  readonly isDisturbing?: boolean;
  run(session: Session): Promise<Difference[]>;
}

/** Reads a described case; a text says what of it is not understood. */
export function interpret(of: DescribedCase): Interpretation | string {
  switch (of.feature) {
    case "tls":
      return tlsCase(of);
    case "robustness":
      return robustness(of);
    case "validation":
      return validationCase(of);
  }
}

/** The name of the fixture that a case makes, and of its load balancer. */
export function fixtureName({ id }: { readonly id: string }): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
