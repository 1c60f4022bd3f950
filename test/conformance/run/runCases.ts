import type { CaseFile, DescribedCase } from "../caseFile";
import type { Planned } from "./planOf";
import { runRuntimeCase } from "./runtimeCase";
import type { Session } from "./session";
import { failure, verdict, type Result } from "./verdict";

type Case = CaseFile["cases"][number];

/**
 * Runs every case. Those with a fixture go one after the other, so that shares of answers mean
 * something, and those that change the cluster come after them. The other described ones mostly
 * wait, and each has a load balancer of its own.
 */
export async function runCases(
  cases: readonly Case[],
  planned: Planned,
  session: Session,
  onResult: (result: Result) => void,
): Promise<Result[]> {
  const results = new Map<string, Result>();
  const run = async (one: Case): Promise<void> => {
    const result = await judged(one, () =>
      one.kind === "runtime" ? runRuntimeCase(one, session) : runDescribed(one, planned, session),
    );
    onResult(result);
    results.set(one.id, result);
  };
  const isDisturbing = (one: Case): boolean =>
    one.kind === "described" && planned.interpretations.get(one)?.isDisturbing === true;
  const aside = cases.filter((one) => one.kind === "described" && !isDisturbing(one));
  const aloof = Promise.all(aside.map(run));
  for (const one of cases) if (one.kind === "runtime") await run(one);
  for (const one of cases) if (isDisturbing(one)) await run(one);
  await aloof;
  return cases.flatMap(({ id }) => results.get(id) ?? []);
}

function runDescribed(
  of: DescribedCase,
  { interpretations, notUnderstood }: Planned,
  session: Session,
) {
  const interpretation = interpretations.get(of);
  if (interpretation === undefined) throw new Error(notUnderstood.get(of) ?? "not understood");
  return interpretation.run(session);
}

async function judged(of: Case, run: () => ReturnType<typeof runRuntimeCase>): Promise<Result> {
  try {
    return verdict(of, await run());
  } catch (error) {
    return failure(of, error instanceof Error ? error.message : String(error));
  }
}
