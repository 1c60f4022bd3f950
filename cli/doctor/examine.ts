import { KecsError } from "../../core/validate";
import {
  failed,
  failedBy,
  type Check,
  type Finding,
  type Surroundings,
  type Verdict,
} from "./check";

/** Longer than any program that a check asks is waited for. */
const PATIENCE_MS = 12_000;

/**
 * Makes checks, those that need nothing of each other at the same time. One whose ground failed is
 * skipped; one that fails itself, or does not end, is a finding as well.
 *
 * @param checks one that another needs comes before it
 */
export async function examine(
  checks: readonly Check[],
  surroundings: Surroundings,
  patienceMs = PATIENCE_MS,
): Promise<Finding[]> {
  const begun = new Map<string, Promise<Finding>>();
  for (const check of checks) {
    const ground = begun.get(check.needs ?? "");
    begun.set(check.name, findingOf(check, ground, surroundings, patienceMs));
  }
  return Promise.all(begun.values());
}

async function findingOf(
  { name, needs = "", look }: Check,
  ground: Promise<Finding> | undefined,
  surroundings: Surroundings,
  patienceMs: number,
): Promise<Finding> {
  const state = (await ground)?.state;
  if (state === "failed" || state === "skipped") {
    return { name, state: "skipped", evidence: `not looked at: ${needs} has to be mended first` };
  }
  return { name, ...(await verdictOf(look(surroundings), patienceMs)) };
}

async function verdictOf(work: Promise<Verdict>, patienceMs: number): Promise<Verdict> {
  try {
    return await withPatience(work, patienceMs);
  } catch (error) {
    const [issue] = KecsError.is(error) ? error.issues : [];
    if (issue !== undefined) return failedBy(issue);
    const evidence = error instanceof Error ? error.message : String(error);
    return failed("KECS2009", evidence, "run kecs doctor again; what hangs is on this machine");
  }
}

/** The result of work that may hang; it is left alone after a while. */
export function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`the look did not end within ${milliseconds / 1000} s`));
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
