import fc from "fast-check";
import {
  isNoted,
  lastCompletedDeployment,
} from "../../../../../core/ecs/deployment/lastCompletedDeployment";
import type { ReplicaSet } from "../../../../../core/ecs/observed/kubernetesObjects";
import { NEW, replicaSet, snapshotWith } from "../../../../helpers/snapshots";

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const steady = (name: string, second: number, deployment = `${name}.1`) =>
  replicaSet(name, deployment, { steady: at(second) });
const lastOf = (...replicaSets: ReplicaSet[]) =>
  lastCompletedDeployment(snapshotWith({ replicaSets }))?.metadata.name;

test.each<[string, string | undefined, ReplicaSet[]]>([
  ["nothing where there is nothing", undefined, []],
  ["nothing on a first deployment", undefined, [replicaSet("now", NEW)]],
  ["the one before", "a", [steady("a", 1), replicaSet("now", NEW)]],
  ["the last of several", "b", [steady("b", 2), steady("a", 1), replicaSet("now", NEW)]],
  [
    "the one before a failed one",
    "a",
    [steady("a", 1), replicaSet("failed", "b.1"), replicaSet("now", NEW)],
  ],
  ["nothing where all failed", undefined, [replicaSet("a", "a.1"), replicaSet("now", NEW)]],
  [
    "the one before, also where the current one completed",
    "a",
    [steady("a", 1), steady("now", 2, NEW)],
  ],
  ["the one that was steady last, though it is older", "a", [steady("a", 9), steady("b", 2)]],
])("goes back to %s", (_, expected, replicaSets) => {
  expect(lastOf(...replicaSets)).toBe(expected);
});

test("goes back to what ran before kubectl rollout restart made another ReplicaSet of the same deployment", () => {
  const before = replicaSet("before", NEW, { steady: at(1), revision: 1 });
  const restarted = replicaSet("restarted", NEW, { revision: 2 });
  for (const replicaSets of [
    [before, restarted],
    [restarted, before],
  ]) {
    expect(lastOf(...replicaSets)).toBe("before");
    expect(isNoted(snapshotWith({ replicaSets }))).toBe(false);
  }
});

test("never goes back to the current one, nor to one that was not steady, and to none that is earlier", () => {
  const sets = fc.uniqueArray(
    fc.record({
      name: fc.integer({ min: 0, max: 9 }).map(String),
      second: fc.option(fc.integer({ min: 0, max: 59 })),
    }),
    { selector: ({ name }) => name, maxLength: 8 },
  );
  fc.assert(
    fc.property(sets, fc.nat(8), (given, current) => {
      const replicaSets = given.map(({ name, second }, i) =>
        replicaSet(name, i === current ? NEW : `${name}.1`, {
          ...(second === null ? {} : { steady: at(second) }),
        }),
      );
      const seconds = given
        .filter((_, i) => i !== current)
        .flatMap(({ second }) => (second === null ? [] : [second]));
      const found = lastCompletedDeployment(snapshotWith({ replicaSets }));
      expect(found?.metadata.annotations?.["kecs.dev/steady"]).toBe(
        seconds.length === 0 ? undefined : at(Math.max(...seconds)),
      );
      expect(found?.spec.template.metadata?.annotations?.["kecs.dev/deployment"]).not.toBe(NEW);
    }),
  );
});

test.each<[string, boolean, ReplicaSet[]]>([
  ["nothing runs", false, []],
  ["it never was steady", false, [replicaSet("now", NEW), steady("a", 1)]],
  ["it is the first", true, [steady("now", 1, NEW)]],
  ["it was steady last", true, [steady("now", 2, NEW), steady("a", 1)]],
  ["another one was steady since", false, [steady("now", 1, NEW), steady("a", 2)]],
])("where %s, the current one is noted: %p", (_, expected, replicaSets) => {
  expect(isNoted(snapshotWith({ replicaSets }))).toBe(expected);
});
