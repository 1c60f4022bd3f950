import { awaitReady } from "../../../../cluster/k3d/awaitReady";
import { ALONE } from "../../../../cluster/k3d/clusterConfig";
import { run, type RunResult } from "../../../../cluster/process/run";

jest.mock("../../../../cluster/process/run");

const NOW = Date.parse("2026-01-02T03:04:05Z");
const SILENT: RunResult = { code: 1, stdout: "", stderr: "connection refused" };

/** What kubectl says of a node, and of the sign of life that it gave so many seconds ago. */
function node(secondsAgo: number, ready = "True"): RunResult {
  const renewTime = new Date(NOW - secondsAgo * 1000).toISOString();
  const metadata = { name: "server-0" };
  const items = [
    { kind: "Node", metadata, status: { conditions: [{ type: "Ready", status: ready }] } },
    { kind: "Lease", metadata, spec: { renewTime } },
  ];
  return { code: 0, stdout: JSON.stringify({ items }), stderr: "" };
}

/** Waits in a cluster that gives these answers, the last one again and again; each takes a second. */
async function wait(
  answers: readonly RunResult[],
  signal = new AbortController().signal,
  isPatient = true,
) {
  let seconds = 0;
  const stdout = isPatient ? `[server ${ALONE} --tls-san x]\n` : "[server]\n";
  jest
    .mocked(run)
    .mockReset()
    .mockImplementation(([, verb]) =>
      Promise.resolve(
        verb === "inspect"
          ? { code: 0, stdout, stderr: "" }
          : (answers[Math.min(seconds, answers.length - 1)] ?? SILENT),
      ),
    );
  await awaitReady("shop", {
    signal,
    now: () => NOW + seconds * 1000,
    pause: () => Promise.resolve((seconds += 1)),
  });
  return seconds;
}

test("a node that gave a sign of life just now is alive", async () => {
  expect(await wait([node(3)])).toBe(0);
  expect(jest.mocked(run).mock.lastCall?.[0].slice(0, 6).join(" ")).toBe(
    "docker exec k3d-kecs-shop-server-0 kubectl get nodes,leases",
  );
});

test.each<[string, readonly RunResult[]]>([
  ["the API server is silent", [SILENT, node(3)]],
  ["its last sign is from before the pause", [node(100), node(0)]],
  ["Kubernetes takes it for lost", [node(3, "Unknown"), node(3)]],
  ["it has not been listed yet", [{ ...SILENT, code: 0, stdout: '{"items":[]}' }, node(3)]],
])("it is waited for where %s", async (_, answers) => {
  expect(await wait(answers)).toBe(1);
});

test("one that takes no new tasks for a moment is alive", async () => {
  expect(await wait([node(3, "False")])).toBe(0);
});

test("a sign that came meanwhile counts, whatever the clock of the cluster says", async () => {
  expect(await wait([node(3600), node(3600), node(3590)])).toBe(2);
});

test("where Kubernetes can take a node for lost, it has to stay alive for two seconds", async () => {
  const { signal } = new AbortController();
  expect(await wait([node(3)], signal, false)).toBe(2);
  const lost = node(3, "Unknown");
  expect(await wait([node(3), lost, lost, node(3)], signal, false)).toBe(5);
});

test("after a minute it is an error, and an interruption ends it", async () => {
  await expect(wait([SILENT])).rejects.toThrow(
    "KECS3001: kecs-shop: its nodes gave no sign of life within 60 s",
  );
  expect(await wait([SILENT], AbortSignal.abort())).toBe(0);
});
