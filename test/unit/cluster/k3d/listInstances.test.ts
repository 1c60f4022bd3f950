import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listInstances } from "../../../../cluster/k3d/listInstances";
import { run, type RunResult } from "../../../../cluster/process/run";

jest.mock("../../../../cluster/process/run");

const home = mkdtempSync(join(tmpdir(), "kecs-list-"));
const asked: string[] = [];
const ok = (stdout: string): RunResult => ({ code: 0, stdout, stderr: "" });
const containers = (backend: string) => [
  {
    Name: "/k3d-kecs-shop-server-0",
    Created: "2026-01-02T03:04:05Z",
    Config: {
      Labels: {
        "k3d.cluster": "kecs-shop",
        "k3d.role": "server",
        "kecs.dev/epoch": "e1",
        "kecs.dev/owner": `kecs/dev@${backend}`,
      },
    },
    State: { Status: "running", StartedAt: "2026-01-02T04:00:00Z" },
    HostConfig: { PortBindings: null },
  },
  {
    Name: "/k3d-kecs-shop-serverlb",
    Created: "2026-01-02T03:04:05Z",
    Config: { Labels: { "k3d.cluster": "kecs-shop", "k3d.role": "loadbalancer" } },
    State: { Status: "running", StartedAt: "2026-01-02T04:00:00Z" },
    HostConfig: { PortBindings: null },
  },
];
const STATS = "k3d-kecs-shop-server-0 1.5GiB / 23GiB\nk3d-kecs-shop-serverlb 512KiB / 23GiB\n";
const NO_FILE = {
  code: 1,
  stdout: "",
  stderr: "Could not find the file /kecs-owner in container k3d",
};

/** Docker, which has one instance. */
function docker(backend: string, more: Readonly<Record<string, RunResult>> = {}): void {
  const answers: Readonly<Record<string, RunResult>> = {
    ps: ok("a\nb\n"),
    inspect: ok(JSON.stringify(containers(backend))),
    cp: NO_FILE,
    stats: ok(STATS),
    ...more,
  };
  jest.mocked(run).mockImplementation(([, command = ""]) => {
    asked.push(command);
    return Promise.resolve(answers[command] ?? { code: 1, stdout: "", stderr: "unknown" });
  });
}

beforeEach(() => {
  asked.length = 0;
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test("an instance has the memory of its containers together", async () => {
  docker("https://api.pulumi.com");
  expect(await listInstances()).toMatchObject([
    { instance: "shop", memoryBytes: 1.5 * 2 ** 30 + 2 ** 19, hasStack: null },
  ]);
  docker("https://api.pulumi.com", { stats: ok("") });
  expect(await listInstances()).toMatchObject([{ memoryBytes: null }]);
});

test("a backend of files says whether the stack is there", async () => {
  docker(`file://${home}`);
  expect(await listInstances()).toMatchObject([{ hasStack: false }]);
  mkdirSync(join(home, ".pulumi", "stacks", "kecs"), { recursive: true });
  writeFileSync(join(home, ".pulumi", "stacks", "kecs", "dev.json.gz"), "");
  expect(await listInstances()).toMatchObject([{ hasStack: true }]);
});

test("of a node that goes at this moment the label says whose it is", async () => {
  docker("s3://state", { cp: { code: 1, stdout: "", stderr: "No such container: k3d" } });
  expect(await listInstances()).toMatchObject([{ owner: { backend: "s3://state" } }]);
});

test("where there are no clusters nothing else is asked", async () => {
  docker("", { ps: ok("") });
  expect(await listInstances()).toEqual([]);
  expect(asked).toEqual(["ps"]);
});

test("a Docker that does not tell is an error", async () => {
  docker("", { ps: { code: 124, stdout: "", stderr: "" } });
  await expect(listInstances()).rejects.toThrow("KECS2001: docker: ");
  docker("", { inspect: { code: 1, stdout: "", stderr: "Cannot connect" } });
  await expect(listInstances()).rejects.toThrow("Cannot connect");
});
