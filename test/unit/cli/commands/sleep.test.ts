import { mkdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { InstanceProject, type InstanceIs } from "../../../helpers/instanceCommand";

jest.mock("../../../../cli/machine/prepare");

let project: InstanceProject;
beforeEach(() => {
  project = new InstanceProject();
});
afterEach(() => {
  project.remove();
});

test("sleep pauses what runs, and says so", async () => {
  const { exitCode, stdout, changes } = await project.run(
    ["sleep", "--json"],
    project.docker("running"),
  );
  expect(exitCode).toBe(0);
  expect(changes).toEqual([
    "docker pause k3d-kecs-shop-serverlb",
    "docker pause k3d-kecs-shop-server-0",
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    result: {
      stack: "dev",
      instance: "shop",
      cluster: "kecs-shop",
      state: "asleep",
      paused: ["k3d-kecs-shop-serverlb", "k3d-kecs-shop-server-0"],
    },
  });
});

test.each<[InstanceIs, number, string]>([
  ["asleep", 0, "kecs-shop was asleep already\n"],
  ["stopped", 0, "kecs-shop is stopped, so there is nothing to pause\n"],
  ["absent", 4, 'error KECS4002: instance "shop" of stack "dev" is not started\n'],
])("one that is %s is not paused", async (is, expected, text) => {
  const { exitCode, stdout, stderr, changes } = await project.run(["sleep"], project.docker(is));
  expect({ exitCode, changes }).toEqual({ exitCode: expected, changes: [] });
  expect(stdout + stderr).toContain(text);
});

test("another stack's is not paused", async () => {
  const docker = project.docker("running", "other/dev@file:///home/you");
  const { exitCode, stderr, changes } = await project.run(["sleep"], docker);
  expect({ exitCode, changes }).toEqual({ exitCode: 1, changes: [] });
  expect(stderr).toContain(
    "KECS3010: kecs-shop: the cluster belongs to other/dev@file:///home/you",
  );
});

test("nothing is paused under an operation of the stack", async () => {
  const locks = join(project.folder, "home", ".pulumi", "locks", "organization", "kecs", "dev");
  mkdirSync(locks, { recursive: true });
  const lock = { pid: process.pid, username: "me", hostname: hostname() };
  writeFileSync(join(locks, "one.json"), JSON.stringify(lock));
  const { exitCode, stderr, changes } = await project.run(["sleep"], project.docker("running"));
  expect({ exitCode, changes }).toEqual({ exitCode: 1, changes: [] });
  expect(stderr).toContain('KECS4004: stack "dev" is busy with another operation: process');
});

test("an interruption says that a part may be paused", async () => {
  const { exitCode, stderr } = await project.run(["sleep"], project.docker("running"), {
    signal: AbortSignal.abort(),
  });
  expect(exitCode).toBe(130);
  expect(stderr).toContain("a part of kecs-shop may be paused; kecs wake lets it go on");
});
