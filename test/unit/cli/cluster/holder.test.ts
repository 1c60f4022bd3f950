import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimOf, findHolder } from "../../../../cli/cluster/holder";
import { probeCluster } from "../../../../components/instance/k3d/probe";
import { withPrograms } from "../../../helpers/fakePrograms";

jest.mock("../../../../components/instance/k3d/probe");

const cache = mkdtempSync(join(tmpdir(), "kecs-holder-"));
const env = { KECS_CACHE_DIR: cache };
const MINE = "kecs/dev@b";
afterAll(() => {
  rmSync(cache, { recursive: true });
});
beforeEach(() => {
  jest.mocked(probeCluster).mockReset().mockResolvedValue({ kind: "absent" });
  rmSync(join(cache, "clusters"), { recursive: true, force: true });
});

/** Whose the rest of a cluster is, by what its containers say of their owner. */
async function issuesOf(lines: string): Promise<string[]> {
  let found: string[] = [];
  await withPrograms({ docker: [{ when: "ps", then: `printf '${lines}'` }] }, async () => {
    const { issues } = await findHolder(env, "shop", MINE);
    found = issues.map(({ code, message }) => `${code} ${message}`);
  });
  return found;
}

test.each<[string, string, string[]]>([
  ["nothing is anybody's", "", []],
  ["labelled ones are one's own", `\\n${MINE}\\n`, []],
  [
    "another's are refused",
    "\\nq/t@b\\n",
    [`KECS3010 what is left of the cluster belongs to q/t@b, not to ${MINE}`],
  ],
  [
    "nameless ones are refused",
    "\\n\\n",
    ["KECS3010 what is left of a cluster of this name was not made by KECS"],
  ],
])("without a node, %s", async (_, lines, expected) => {
  expect(await issuesOf(lines)).toEqual(expected);
});

test("a creation that was marked is one's own, whatever its containers lack", async () => {
  mkdirSync(join(cache, "clusters"), { recursive: true });
  writeFileSync(join(cache, "clusters", "kecs-shop.owner"), `${MINE}\n`);
  expect(await issuesOf("\\n")).toEqual([]);
});

test("a stack's claim names its backend, and what it may take over", () => {
  const project = { name: "kecs", folder: cache, stacksFolder: cache };
  const config = { "kecs:takeOver": "q/t@b" };
  expect(claimOf({ PULUMI_BACKEND_URL: "s3://a" }, project, "o/kecs/dev", config)).toEqual({
    owner: "kecs/dev@s3://a",
    takeOver: "q/t@b",
  });
});
