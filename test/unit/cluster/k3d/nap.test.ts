import { pauseCluster, unpauseCluster } from "../../../../cluster/k3d/nap";
import { NAP_SCRIPT } from "../../../../cluster/k3d/scripts";
import { runScript, withPrograms, type Answer } from "../../../helpers/fakePrograms";

const OWNER = "kecs/dev@file:///home/me";
const OTHER = "shop/dev@file:///home/you";
const LABELS = "inspect";
const NO_FILE = "echo 'Could not find the file /x in container y' >&2; exit 1";
const OURS: readonly Answer[] = [
  { when: LABELS, then: `echo 'e1|${OWNER}'` },
  { when: "cp", then: NO_FILE },
];
const ENV = { KECS_CLUSTER: "kecs-shop", KECS_EPOCH: "", KECS_OWNER: OWNER };

/** The containers of a role that are in a state. */
const of = (role: string, status: string, ...names: string[]): Answer => ({
  when: `ps --filter label=k3d.cluster=kecs-shop --filter label=k3d.role=${role} --filter status=${status}`,
  then: `printf '%s\\n' ${names.join(" ")}`,
});
const ALL = (status: string): Answer[] => [
  of("server", status, "server-0"),
  of("agent", status, "agent-0", "agent-1"),
  of("loadbalancer", status, "serverlb"),
];

const nap = async (verb: string, docker: readonly Answer[], env: Record<string, string> = {}) => {
  const done = await runScript(NAP_SCRIPT, { docker }, { ...ENV, KECS_NAP: verb, ...env });
  return { ...done, changes: done.calls.filter((call) => /^docker (un)?pause/.test(call)) };
};

test("the load balancer is paused first, and comes back last", async () => {
  expect((await nap("pause", [...OURS, ...ALL("running")])).changes).toEqual([
    "docker pause serverlb",
    "docker pause agent-0 agent-1",
    "docker pause server-0",
  ]);
  expect((await nap("unpause", [...OURS, ...ALL("paused")])).changes).toEqual([
    "docker unpause server-0",
    "docker unpause agent-0 agent-1",
    "docker unpause serverlb",
  ]);
});

test("what is paused already, or stopped, is left as it is", async () => {
  const { code, stdout, changes } = await nap("pause", [...OURS, of("server", "running", "s")]);
  expect({ code, changes }).toEqual({ code: 0, changes: ["docker pause s"] });
  expect(stdout).toBe("");
  expect((await nap("pause", OURS)).changes).toEqual([]);
});

test("another's cluster is left alone", async () => {
  const others = [{ when: LABELS, then: `echo 'e1|${OTHER}'` }, ...OURS.slice(1)];
  const { code, stderr, changes } = await nap("pause", [...others, ...ALL("running")]);
  expect({ code, changes }).toEqual({ code: 1, changes: [] });
  expect(stderr).toContain("error KECS3010: kecs-shop: the cluster is another's by now");
  const taken = await nap("unpause", [...others, ...ALL("paused")], { KECS_TAKE_OVER: OTHER });
  expect(taken.changes).toHaveLength(3);
});

test("it waits for nobody who changes the cluster", async () => {
  const script = NAP_SCRIPT.replace("\nlock\n", "\nflock() { return 1; }\nlock\n");
  const env = { ...ENV, KECS_NAP: "pause", KECS_LOCK_PATIENCE: "0" };
  const { code, stderr, calls } = await runScript(script, { docker: [], flock: [] }, env);
  expect({ code, calls }).toEqual({ code: 1, calls: [] });
  expect(stderr).toContain(
    "error KECS4004: kecs-shop: another process changes the cluster at this moment",
  );
});

describe("from the command line", () => {
  const claim = { owner: OWNER };

  test("it says which containers it changed", async () => {
    const docker = [...OURS, ...ALL("running"), { when: "pause", then: 'shift; echo "$@"' }];
    let paused: readonly string[] = [];
    const calls = await withPrograms({ docker }, async () => {
      paused = await pauseCluster(process.env, "shop", claim);
    });
    expect(paused).toEqual(["serverlb", "agent-0 agent-1", "server-0"]);
    expect(calls).toContain("docker pause serverlb");
  });

  test.each<[string, string, string]>([
    ["a coded one stays as it is", "echo 'error KECS3004: x: y' >&2; exit 1", "KECS3004: x: y"],
    [
      "another one becomes one",
      "echo 'Error: cgroups are broken' >&2; exit 1",
      "KECS3004: kecs-shop: not every container could be unpaused: Error: cgroups are broken",
    ],
  ])("of failures %s", async (_, then, message) => {
    const docker = [...OURS, ...ALL("paused"), { when: "unpause", then }];
    await withPrograms({ docker }, async () => {
      await expect(unpauseCluster(process.env, "shop", claim)).rejects.toThrow(message);
    });
  });
});
