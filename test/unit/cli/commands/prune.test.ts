import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endApi } from "../../../../api/process/endApi";
import {
  listDockerResources,
  removeDockerResources,
} from "../../../../cluster/k3d/dockerResources";
import { findLeftover, listLeftovers, type Leftover } from "../../../../cluster/k3d/leftovers";
import { KecsError, problem } from "../../../../core/validate";
import { InstanceProject } from "../../../helpers/instanceCommand";

jest.mock("../../../../cli/machine/prepare");
jest.mock("../../../../api/process/endApi");
jest.mock("../../../../cluster/k3d/leftovers");
jest.mock("../../../../cluster/k3d/dockerResources", () => ({
  ...jest.requireActual<object>("../../../../cluster/k3d/dockerResources"),
  listDockerResources: jest.fn(),
  removeDockerResources: jest.fn(),
}));

const NOTHING = { containers: [], networks: [], volumes: [] };
const leftover = (instance: string): Leftover => ({
  instance,
  owner: "kecs/dev@file:///gone",
  stack: { project: "kecs", stack: "dev", backend: "file:///gone" },
  clusterIdentifier: "e1",
  resources: { ...NOTHING, containers: [`k3d-kecs-${instance}-server-0`] },
});

let project: InstanceProject;
let kubeconfig = "";
beforeEach(() => {
  project = new InstanceProject();
  const folder = join(project.folder, "cache", "instances", "old");
  mkdirSync(folder, { recursive: true });
  kubeconfig = join(folder, "kubeconfig");
  writeFileSync(kubeconfig, "credentials");
  jest
    .mocked(listLeftovers)
    .mockReset()
    .mockResolvedValue([leftover("old"), leftover("older")]);
  jest
    .mocked(findLeftover)
    .mockReset()
    .mockImplementation((_, instance) => Promise.resolve(leftover(instance)));
  jest.mocked(listDockerResources).mockReset().mockResolvedValue(NOTHING);
  jest.mocked(removeDockerResources).mockReset().mockResolvedValue();
});
afterEach(() => {
  project.remove();
});

const prune = (...argv: string[]) => project.run(["prune", ...argv], []);
const removed = () => jest.mocked(removeDockerResources).mock.calls.map(([instance]) => instance);

test("prune removes what is left, and says what it was", async () => {
  const { exitCode, stdout } = await prune("--yes", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    result: {
      instances: [
        {
          instance: "old",
          stack: { project: "kecs", stack: "dev", backend: "file:///gone" },
          resources: { containers: ["k3d-kecs-old-server-0"] },
          files: [kubeconfig],
        },
        { instance: "older" },
      ],
      files: [],
    },
  });
  expect(removed()).toEqual(["old", "older"]);
  expect(jest.mocked(removeDockerResources).mock.calls[0]).toEqual([
    ...["old", "e1", "kecs/dev@file:///gone"],
  ]);
  expect(jest.mocked(endApi)).toHaveBeenCalledWith(expect.anything(), "old");
  expect(existsSync(kubeconfig)).toBe(false);
});

test("without a confirmation it removes nothing, and shows what it would", async () => {
  const { exitCode, stderr } = await prune();
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    "error KECS4003: prune removes instance old, whose stack kecs/dev is not in file:///gone",
  );
  expect(stderr).toContain("container k3d-kecs-old-server-0");
  expect(stderr).toContain("hint: add --yes to confirm");
  expect(removed()).toEqual([]);
  expect(existsSync(kubeconfig)).toBe(true);
});

test("it can be for some instances alone", async () => {
  expect(await prune("older", "--yes")).toMatchObject({
    exitCode: 0,
    stdout: "instance older is gone\n",
  });
  expect(removed()).toEqual(["older"]);
  const { exitCode, stderr } = await prune("shop", "old", "--yes");
  expect(exitCode).toBe(4);
  expect(stderr).toContain('KECS4002: nothing is left of an instance "shop" whose stack is gone');
  expect(removed()).toEqual(["older"]);
});

test("where nothing is left there is nothing to ask", async () => {
  jest.mocked(listLeftovers).mockResolvedValue([]);
  expect(await prune()).toMatchObject({
    exitCode: 0,
    stdout: "nothing is left of instances without a stack\n",
  });
});

test("an instance whose stack came back meanwhile stays", async () => {
  jest.mocked(findLeftover).mockResolvedValueOnce(undefined);
  jest
    .mocked(findLeftover)
    .mockResolvedValueOnce({ ...leftover("older"), clusterIdentifier: "e2" });
  const { exitCode, stdout, stderr } = await prune("--yes");
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "no instance was removed\n" });
  expect(stderr).toContain("kecs-old stays: it changed meanwhile");
  expect(removed()).toEqual([]);
});

test("a failure is told, and keeps no other from being removed", async () => {
  jest
    .mocked(removeDockerResources)
    .mockRejectedValueOnce(new KecsError([problem("KECS3004", "kecs-old", "it is in use")]));
  const { exitCode, stdout, stderr } = await prune("--yes");
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "instance older is gone\n" });
  expect(stderr).toContain("error KECS3004: kecs-old: it is in use");
  jest.mocked(listDockerResources).mockResolvedValue({ ...NOTHING, networks: ["k3d-kecs-old"] });
  const again = await prune("old", "--yes");
  expect(again.stderr).toContain("KECS3004: kecs-old: what was made so far is kept: network");
});

test("files that nobody will finish go as well", async () => {
  jest.mocked(listLeftovers).mockResolvedValue([]);
  const stray = `${kubeconfig}.${2 ** 30}`;
  writeFileSync(stray, "");
  expect((await prune("--yes")).exitCode).toBe(0);
  expect([existsSync(stray), existsSync(kubeconfig)]).toEqual([false, true]);
});
