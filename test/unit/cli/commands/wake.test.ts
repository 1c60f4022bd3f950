import { InstanceProject, type InstanceIs } from "../../../helpers/instanceCommand";

jest.mock("../../../../cli/machine/prepare");

const NODES = "exec k3d-kecs-shop-server-0 kubectl get nodes,leases";
const metadata = { name: "server-0" };
const ALIVE = JSON.stringify({
  items: [
    { kind: "Node", metadata, status: { conditions: [{ type: "Ready", status: "True" }] } },
    { kind: "Lease", metadata, spec: { renewTime: "2999-01-01T00:00:00Z" } },
  ],
});
const NO_STACK = "echo 'error: no stack named dev found' >&2; exit 255";

let project: InstanceProject;
beforeEach(() => {
  project = new InstanceProject();
});
afterEach(() => {
  project.remove();
});

/** A wake of an instance whose nodes are alive at once; its stack puts out nothing. */
const wake = (is: InstanceIs, owner?: string) =>
  project.run(
    ["wake"],
    [
      {
        when: "inspect --type container --format {{.Args}}",
        then: "echo --kube-controller-manager-arg=node-monitor-grace-period=8760h",
      },
      { when: NODES, then: `echo '${ALIVE}'` },
      ...project.docker(is, owner),
    ],
    { pulumi: [{ when: "stack output", then: NO_STACK }] },
  );

test("wake lets everything go on, and waits for the nodes", async () => {
  const { exitCode, stdout, changes, calls } = await wake("asleep");
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "kecs-shop is awake\n" });
  expect(changes).toEqual([
    "docker unpause k3d-kecs-shop-server-0",
    "docker unpause k3d-kecs-shop-serverlb",
  ]);
  expect(calls.findIndex((call) => call.startsWith(`docker ${NODES}`))).toBeGreaterThan(
    calls.indexOf("docker unpause k3d-kecs-shop-serverlb"),
  );
});

test.each<[InstanceIs, number, string]>([
  ["running", 0, "kecs-shop was awake already\n"],
  ["stopped", 4, 'error KECS4002: instance "shop" of stack "dev" is stopped\n'],
  ["absent", 4, 'error KECS4002: instance "shop" of stack "dev" is not started\n'],
])("one that is %s is not woken", async (is, expected, text) => {
  const { exitCode, stdout, stderr, changes } = await wake(is);
  expect({ exitCode, changes }).toEqual({ exitCode: expected, changes: [] });
  expect(stdout + stderr).toContain(text);
});

test("another stack's is not woken", async () => {
  const { exitCode, stderr, changes } = await wake("asleep", "other/dev@file:///home/you");
  expect({ exitCode, changes }).toEqual({ exitCode: 1, changes: [] });
  expect(stderr).toContain("KECS3010");
});

test("stop lets one that is asleep go on first, for what is paused hears nothing", async () => {
  const { exitCode, stdout, changes } = await project.run(["stop"], project.docker("asleep"));
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "kecs-shop is stopped\n" });
  expect(changes).toEqual([
    "docker unpause k3d-kecs-shop-server-0",
    "docker unpause k3d-kecs-shop-serverlb",
    "k3d cluster stop kecs-shop",
  ]);
});

test("status says that it is asleep, and how to wake it", async () => {
  const outputs = { pulumi: [{ when: "stack output", then: NO_STACK }] };
  const { stdout } = await project.run(["status"], project.docker("asleep"), outputs);
  expect(stdout).toContain("cluster   kecs-shop asleep\n  hint: npx kecs wake --stack dev\n");
});
