import type { Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { otherRuns, podSuffix, runId, type WantedRun } from "../../../../../core/ecs/task/runId";

const NOW = 1_800_000_000_000;
const wanted: WantedRun = { owner: "run-migrate-1", content: ["v1"], count: 1, always: false };
const first = runId(wanted, [], NOW);

function pod(id: string, status: Pod["status"] = {}, name = "a"): Pod {
  return {
    metadata: { name, annotations: { "kecs.dev/run-id": id } },
    spec: { containers: [{ name: "web" }] },
    status,
  };
}
const ended = (exitCode: number): NonNullable<Pod["status"]> => ({
  phase: exitCode === 0 ? "Succeeded" : "Failed",
  containerStatuses: [{ name: "web", state: { terminated: { exitCode } } }],
});
const running = { phase: "Running", containerStatuses: [{ name: "web", state: { running: {} } }] };

test("is a new one where nothing has run, and names pods of its own", () => {
  expect(first).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{16}\.[0-9a-z]+$/);
  expect(runId(wanted, [], NOW + 1)).not.toBe(first);
  expect(podSuffix(first, 0)).toMatch(/^[0-9a-f]{8}$/);
  expect(podSuffix(first, 1)).not.toBe(podSuffix(first, 0));
});

test.each<[string, Partial<WantedRun>, Pod[], boolean]>([
  ["has ended well", {}, [pod(first, ended(0))], true],
  ["goes on", {}, [pod(first, running)], true],
  ["goes on, and each update runs it", { always: true }, [pod(first, running)], true],
  ["has ended well, and each update runs it", { always: true }, [pod(first, ended(0))], false],
  ["has failed", {}, [pod(first, ended(3))], false],
  ["runs something else", { content: ["v2"] }, [pod(first, ended(0))], false],
  ["is another component's", { owner: "run-other-1" }, [pod(first, ended(0))], false],
  ["has lost one of its pods", { count: 2 }, [pod(first, ended(0))], false],
  [
    "is not the last one",
    {},
    [pod(first, ended(0)), pod(runId({ ...wanted, content: ["v2"] }, [], NOW + 1), ended(3), "b")],
    false,
  ],
])("goes by the last run: it %s", (_, more, pods, isKept) => {
  const id = runId({ ...wanted, ...more }, pods, NOW + 5000);
  expect(id === first).toBe(isKept);
});

test("other runs of the component go on until their pods have ended", () => {
  const other = runId({ ...wanted, content: ["v2"] }, [], NOW + 1);
  const strange = runId({ ...wanted, owner: "run-other-1" }, [], NOW);
  const pods = [
    pod(first, running, "this"),
    pod(other, running, "goes on"),
    pod(other, ended(0), "ended"),
    pod(strange, running, "another component's"),
  ];
  expect(otherRuns(first, pods).map(({ metadata }) => metadata.name)).toEqual(["goes on"]);
});
