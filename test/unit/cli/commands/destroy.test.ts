import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { PulumiStack } from "../../../../cli/engine/pulumiStack";
import { withPrograms, type Answer } from "../../../helpers/fakePrograms";

jest.mock("../../../../cli/engine/pulumiStack");

const SERVER = "k3d-kecs-shop-server-0";
const ABSENT: Answer = {
  when: "inspect",
  then: "echo 'Error: No such container: x' >&2; echo '[]'; exit 1",
};
const OTHER = "other/dev@file:///home/you";

let folder = "";
let backend = "";
let outputs = "";
beforeEach(() => {
  outputs = "echo 'error: no stack named dev found' >&2; exit 255";
  folder = mkdtempSync(join(tmpdir(), "kecs-destroy-"));
  backend = `file://${folder}`;
  mkdirSync(join(folder, "stacks"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
  writeFileSync(join(folder, "stacks", "Pulumi.dev.yaml"), "config:\n  kecs:instance: shop\n");
  mkdirSync(join(folder, "cache", "instances", "shop"), { recursive: true });
  writeFileSync(kubeconfig(), "credentials");
  jest.spyOn(PulumiStack, "find").mockReset();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const kubeconfig = () => join(folder, "cache", "instances", "shop", "kubeconfig");

/** Docker's answer of a cluster that is there, with these labels of its node. */
function cluster(labels: Readonly<Record<string, string>>): Answer[] {
  const node = {
    Name: `/${SERVER}`,
    Config: { Image: "k3s", Labels: labels },
    State: { Running: false },
    HostConfig: { PortBindings: null, Binds: null },
    NetworkSettings: { Ports: null },
  };
  return [
    { when: "inspect --type container k3d", then: `echo '${JSON.stringify([node])}'` },
    {
      when: "inspect",
      then: `echo '${labels["kecs.dev/epoch"] ?? ""}|${labels["kecs.dev/owner"] ?? ""}'`,
    },
    { when: "cp", then: "echo 'Could not find the file /x in container y' >&2; exit 1" },
    {
      when: "ps --all --filter label=k3d.cluster=kecs-shop --format {{.Names}}",
      then: `echo ${SERVER}`,
    },
    { when: "ps -aq", then: "echo c1" },
  ];
}

async function destroy(docker: readonly Answer[], ...argv: string[]) {
  const err: string[] = [];
  const out: string[] = [];
  let exitCode = -1;
  const calls = await withPrograms(
    {
      docker: [{ when: "version", then: "echo 28.0.0" }, ...docker],
      k3d: [{ when: "version", then: "echo 'k3d version v5.8.3'" }],
      pulumi: [
        { when: "version", then: "echo v3.250.0" },
        { when: "stack output", then: outputs },
      ],
    },
    async () => {
      exitCode = await runCli(
        ["destroy", ...argv],
        {
          stdin: Readable.from([]),
          stdout: { write: (text: string) => out.push(text) },
          stderr: { write: (text: string) => err.push(text) },
          env: {
            ...process.env,
            KECS_CACHE_DIR: join(folder, "cache"),
            KECS_LAB: "never",
            PULUMI_BACKEND_URL: backend,
          },
          cwd: folder,
          signal: new AbortController().signal,
        },
        { folder: "/nowhere", version: "1.2.3" },
      );
    },
  );
  const changes = calls.filter((call) => / (rm|rmi|delete|destroy|prune) /.test(`${call} `));
  return { exitCode, stdout: out.join(""), stderr: err.join(""), changes };
}

const owned = (owner: string) => cluster({ "kecs.dev/epoch": "e1", "kecs.dev/owner": owner });

test.each<[string, () => Answer[], string]>([
  [
    "another stack's cluster",
    () => owned(OTHER),
    `the cluster belongs to ${OTHER}, not to kecs/dev@`,
  ],
  ["a hand-made cluster", () => cluster({}), "was not made by KECS"],
])("of a stack that was never deployed leaves %s, and its kubeconfig", async (_, docker, why) => {
  const { exitCode, stderr, changes } = await destroy(docker(), "--stack", "dev", "--yes");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("error KECS3010: kecs-shop: ");
  expect(stderr).toContain(why);
  expect(changes).toEqual([]);
  expect(existsSync(kubeconfig())).toBe(true);
});

test("of a deployed stack removes its state alone where another took the cluster over", async () => {
  const deployment = { destroy: jest.fn(), remove: jest.fn() };
  jest.spyOn(PulumiStack, "find").mockResolvedValue(deployment as unknown as PulumiStack);
  const { exitCode, stdout, stderr, changes } = await destroy(
    owned(OTHER),
    "--stack",
    "dev",
    "--yes",
  );
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: [] });
  expect(stderr).toContain(`the cluster stays: the cluster belongs to ${OTHER}`);
  expect(stdout).toBe("stack dev is gone; the cluster stays\n");
  expect(deployment.remove).toHaveBeenCalled();
  expect(existsSync(kubeconfig())).toBe(true);
});

test("asks before anything is removed, the kubeconfig too", async () => {
  for (const docker of [[ABSENT], owned(`kecs/dev@${backend}`)]) {
    const { exitCode, stderr, changes } = await destroy(docker, "--stack", "dev");
    expect({ exitCode, changes }).toEqual({ exitCode: 2, changes: [] });
    expect(stderr).toContain("error KECS4003");
    expect(stderr).toContain(`file ${kubeconfig()}`);
    expect(existsSync(kubeconfig())).toBe(true);
  }
});

test("removes a kubeconfig that is all there is left", async () => {
  expect((await destroy([ABSENT], "--stack", "dev", "--yes")).exitCode).toBe(0);
  expect(existsSync(kubeconfig())).toBe(false);
  const { exitCode, stderr } = await destroy([ABSENT], "--stack", "dev", "--yes");
  expect(exitCode).toBe(4);
  expect(stderr).toContain('there is no instance "shop"');
});

test("removes nothing where docker does not tell", async () => {
  const failed = { when: "ps", then: "echo 'context deadline exceeded' >&2; exit 1" };
  const { exitCode, stderr, changes } = await destroy([failed, ABSENT], "--stack", "dev", "--yes");
  expect({ exitCode, changes }).toEqual({ exitCode: 1, changes: [] });
  expect(stderr).toContain(
    "error KECS3004: docker: Docker's containers, networks and volumes cannot be listed",
  );
  expect(existsSync(kubeconfig())).toBe(true);
});

test("is not held up by outputs that another version of KECS wrote", async () => {
  outputs = `echo '{"outputsVersion": 2, "instance": "shop", "connection": "[secret]"}'`;
  expect((await destroy([ABSENT], "--stack", "dev", "--yes")).exitCode).toBe(0);
  expect(existsSync(kubeconfig())).toBe(false);
});
