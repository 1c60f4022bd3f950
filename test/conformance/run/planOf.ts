import type { CaseFile, DescribedCase, RuntimeCase } from "../caseFile";
import { fixtureName, interpret, type Interpretation } from "../described/described";
import { NotUnderstood } from "../described/vocabulary";
import { clashes, PROBE, probeFixture, type Plan, type PlannedFixture } from "../plan/plan";

/** What a file's cases need, and how its described cases are to be run. */
export interface Planned {
  readonly plan: Plan;
  readonly interpretations: ReadonlyMap<DescribedCase, Interpretation>;
  /** Cases that the runner does not understand, with the reason. */
  readonly notUnderstood: ReadonlyMap<DescribedCase, string>;
}

/** Throws with every clash of the fixtures that the cases need. */
export function planOf(file: CaseFile): Planned {
  const plan: Record<string, PlannedFixture> = { [PROBE]: probeFixture };
  const interpretations = new Map<DescribedCase, Interpretation>();
  const notUnderstood = new Map<DescribedCase, string>();
  for (const one of file.cases) {
    if (one.kind === "runtime") plan[one.given] = fixtureOf(file, one);
    else {
      const found = understood(one);
      if (typeof found === "string") notUnderstood.set(one, found);
      else {
        interpretations.set(one, found);
        if (found.fixture !== undefined) plan[fixtureName(one)] = found.fixture;
      }
    }
  }
  const problems = clashes(plan);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return { plan, interpretations, notUnderstood };
}

function fixtureOf({ fixtures }: CaseFile, { id, given }: RuntimeCase): PlannedFixture {
  const fixture = fixtures[given];
  if (fixture === undefined) throw new Error(`case ${id}: there is no fixture ${given}`);
  return fixture;
}

function understood(of: DescribedCase): Interpretation | string {
  try {
    const found = interpret(of);
    return typeof found === "string" ? `not understood: ${found}` : found;
  } catch (error) {
    if (error instanceof NotUnderstood) return `not understood: ${error.message}`;
    throw error;
  }
}
