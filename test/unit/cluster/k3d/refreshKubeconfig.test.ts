import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeKubeconfig } from "../../../../cluster/k3d/kubeconfig";
import { refreshKubeconfig } from "../../../../cluster/k3d/refreshKubeconfig";
import { probeCluster, type ClusterState } from "../../../../cluster/k3d/probe";
import { withPrograms, type Answer } from "../../../helpers/fakePrograms";

jest.mock("../../../../cluster/k3d/probe");

const MINE = { owner: "kecs/dev@b" };
let cache = "";
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "kecs-refresh-"));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

const file = () => join(cache, "instances", "shop", "kubeconfig");
const NEW: Answer = { when: "kubeconfig get kecs-shop", then: "echo new" };

async function refresh(found: Partial<ClusterState>, ...k3d: Answer[]): Promise<readonly string[]> {
  const state = { kind: "present", madeByKecs: true, owner: MINE.owner, ...found };
  jest.mocked(probeCluster).mockResolvedValue(state as ClusterState);
  return withPrograms({ k3d }, () => refreshKubeconfig({ KECS_CACHE_DIR: cache }, "shop", MINE));
}

test("writes that of the cluster that is there, in the place of an old one", async () => {
  await writeKubeconfig({ KECS_CACHE_DIR: cache }, "shop", "old");
  await refresh({}, NEW);
  expect(readFileSync(file(), "utf8")).toBe("new\n");
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test("writes one where a start failed before it could", async () => {
  await refresh({}, NEW);
  expect(readFileSync(file(), "utf8")).toBe("new\n");
});

test.each<[string, Partial<ClusterState>, Answer[]]>([
  ["no cluster is there", { kind: "absent" }, [NEW]],
  ["the cluster is another stack's", { owner: "q/t@b" }, [NEW]],
  ["k3d fails", {}, [{ when: "kubeconfig", then: "echo half; exit 1" }]],
  ["k3d says nothing", {}, []],
])("leaves the file as it is where %s", async (_, found, k3d) => {
  await refresh(found, ...k3d);
  expect(existsSync(file())).toBe(false);
  await writeKubeconfig({ KECS_CACHE_DIR: cache }, "shop", "old");
  await refresh(found, ...k3d);
  expect(readFileSync(file(), "utf8")).toBe("old");
});
