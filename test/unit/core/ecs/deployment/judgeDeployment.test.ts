import fc from "fast-check";
import { judgeDeployment } from "../../../../../core/ecs/deployment/judgeDeployment";
import type { Snapshot } from "../../../../../core/ecs/deployment/snapshot";
import { NEW, podOf, snapshotWith, templateOf } from "../../../../helpers/snapshots";

const NOW = Date.parse("2026-01-01T00:01:00Z");
interface Noted {
  readonly completed?: string;
  readonly failed?: string;
}
const steady = snapshotWith({ pods: [podOf("a", NEW)] });
const broken = snapshotWith({ pods: [podOf("a", NEW, false)] });
const judge = (snapshot: Snapshot, failures = 0, { completed, failed }: Noted = {}) =>
  judgeDeployment(snapshot, { completed, failed }, { failures }, NOW);

test.each<[string, ReturnType<typeof judge>, string | undefined]>([
  ["that is steady", judge(steady), "completed"],
  ["that is on its way", judge(broken, 2), undefined],
  ["that failed often enough", judge(broken, 3), "failed"],
  ["that failed more often", judge(broken, 99), "failed"],
  ["that wants no tasks", judge(snapshotWith({}, { replicas: 0 })), undefined],
  ["that KECS did not make", judge(snapshotWith({}, { template: templateOf() })), undefined],
])("judges a deployment %s", (_, verdict, kind) => {
  expect(verdict?.kind).toBe(kind);
  expect(verdict?.deployment).toBe(kind === undefined ? undefined : NEW);
});

test.each<[string, ReturnType<typeof judge>, string | undefined]>([
  ["completed cannot fail", judge(broken, 9, { completed: NEW }), undefined],
  ["completed is not completed again", judge(steady, 0, { completed: NEW }), undefined],
  ["failed does not fail again", judge(broken, 9, { failed: NEW }), undefined],
  ["failed can complete after all", judge(steady, 9, { failed: NEW }), "completed"],
])("what %s", (_, verdict, kind) => {
  expect(verdict?.kind).toBe(kind);
});

test("judges by the notes of this deployment alone", () => {
  const noted = { completed: "old.1", failed: "older.1" };
  expect(judge(broken, 3, noted)?.kind).toBe("failed");
  expect(judge(steady, 0, noted)?.kind).toBe("completed");
});

test("tells why the tasks of a failed deployment do not run", () => {
  expect(judge(broken, 3)?.diagnoses).toMatchObject([{ pod: "a", container: "web" }]);
  expect(judge(steady)?.diagnoses).toEqual([]);
});

test("says each thing once, however a deployment goes", () => {
  const moment = fc.record({ runs: fc.boolean(), failures: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 20 }), (moments) => {
      const said: string[] = [];
      for (const { runs, failures } of moments) {
        const noted = {
          completed: said.includes("completed") ? NEW : undefined,
          failed: said.includes("failed") ? NEW : undefined,
        };
        const verdict = judgeDeployment(runs ? steady : broken, noted, { failures }, NOW);
        if (verdict !== undefined) said.push(verdict.kind);
      }
      expect(["", "completed", "failed", "failed completed"]).toContain(said.join(" "));
      expect(said.includes("completed")).toBe(moments.some(({ runs }) => runs));
    }),
  );
});
