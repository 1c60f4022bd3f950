import type { Condition } from "../../../core/lb/model";
import type { Disagreement, Live, Question } from "./live";
import type { GeneratedRule } from "./ruleSet";

/** So many smaller ones are asked at once; then it is looked whether one of them disagrees too. */
const AT_ONCE = 12;
const MOST_STEPS = 40;

/** Takes away what the two can disagree without; asks live Traefik about each step. */
export async function shrink(live: Live, first: Disagreement): Promise<Disagreement> {
  let smallest = first;
  let candidates = smaller(smallest);
  for (let step = 0; step < MOST_STEPS && candidates.length > 0; step += 1) {
    const some = candidates.slice(0, AT_ONCE);
    const names = await live.load(some.map(({ set }) => set));
    const answers = await Promise.all(some.map((one, i) => live.ask(one, names[i] ?? "")));
    await live.clear();
    const next = answers.find((answer): answer is Disagreement => "received" in answer);
    if (next !== undefined) smallest = next;
    candidates = next === undefined ? candidates.slice(AT_ONCE) : smaller(next);
  }
  return smallest;
}

/** Everything that is one step smaller, the big steps first. */
function smaller({ set, request }: Question): Question[] {
  const { rules } = set;
  const withRules = (changed: readonly GeneratedRule[]): Question => ({
    request,
    set: { ...set, rules: changed },
  });
  const withoutOne = <T>(list: readonly T[]): T[][] => list.map((_, i) => list.toSpliced(i, 1));
  const inRule = (i: number, conditions: readonly Condition[]): Question =>
    withRules(rules.map((rule, at) => (at === i ? { ...rule, conditions } : rule)));
  return [
    ...(rules.length === 1 ? [] : rules.map((rule) => withRules([rule]))),
    ...withoutOne(rules).map(withRules),
    ...rules.flatMap(({ conditions }, i) =>
      conditions.length === 1 ? [] : withoutOne(conditions).map((fewer) => inRule(i, fewer)),
    ),
    ...rules.flatMap(({ conditions }, i) =>
      conditions.flatMap((of, at) =>
        fewerValues(of).map((less) => inRule(i, conditions.with(at, less))),
      ),
    ),
    ...withoutOne(request.headers).map((headers) => ({ set, request: { ...request, headers } })),
    ...shorterTargets(request.target).map((target) => ({ set, request: { ...request, target } })),
    ...(request.method === "GET" ? [] : [{ set, request: { ...request, method: "GET" } }]),
    ...(set.simulateSourceIp ? [{ request, set: { ...set, simulateSourceIp: false } }] : []),
  ];
}

function fewerValues(of: Condition): Condition[] {
  if (of.values.length < 2) return [];
  return of.values.map((_, i) => ({ ...of, values: of.values.toSpliced(i, 1) }) as Condition);
}

function shorterTargets(target: string): string[] {
  const [path = "/", query] = target.split("?");
  const tail = query === undefined ? "" : `?${query}`;
  return [
    ...(query === undefined ? [] : [path]),
    ...(query ?? "")
      .split("&")
      .flatMap((_, i, all) => (all.length < 2 ? [] : [`${path}?${all.toSpliced(i, 1).join("&")}`])),
    ...(path === "/" ? [] : [`/${tail}`, `${path.slice(0, -1) || "/"}${tail}`]),
  ];
}
