import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findHolder } from "../../../../cluster/k3d/holder";
import { withPrograms, type Answer } from "../../../helpers/fakePrograms";

const cache = mkdtempSync(join(tmpdir(), "kecs-holder-"));
const env = { KECS_CACHE_DIR: cache };
const MINE = "kecs/dev@b";
const NO_NODE = { when: "inspect", then: "echo 'Error: No such container: x' >&2; exit 1" };
const NO_FILE = {
  when: "cp",
  then: "echo 'Could not find the file /x in container y' >&2; exit 1",
};
const node = (clusterIdentifier: string, owner: string) => ({
  when: "inspect",
  then: `echo '${clusterIdentifier}|${owner}'`,
});
afterAll(() => {
  rmSync(cache, { recursive: true });
});
beforeEach(() => {
  rmSync(join(cache, "clusters"), { recursive: true, force: true });
});

/** Which creation is there and why it is another's, by what docker says. */
async function holder(...docker: Answer[]): Promise<string[]> {
  let found: string[] = [];
  await withPrograms({ docker }, async () => {
    const { clusterIdentifier, issues } = await findHolder(env, "shop", MINE);
    found = [
      clusterIdentifier,
      ...issues.map(({ code, path, message }) => `${code} ${path}: ${message}`),
    ];
  });
  return found;
}

const BELONGS = `KECS3010 kecs-shop: the cluster belongs to q/t@b, not to ${MINE}`;
const NOT_MADE =
  "KECS3010 kecs-shop: a cluster of this name, or what is left of one, is there and was not made by KECS";
/** What is left without a node, by the owners that its containers name. */
const rest = (owners: string) => [
  NO_NODE,
  { when: "ps -aq", then: "echo c1" },
  { when: "ps -a ", then: `printf '${owners}'` },
];

test.each<[string, Answer[], string[]]>([
  ["nothing is anybody's", [NO_NODE], [""]],
  ["one's own cluster is one's own", [node("e1", MINE), NO_FILE], ["e1"]],
  ["another's is refused", [node("e1", "q/t@b"), NO_FILE], ["e1", BELONGS]],
  ["a hand-made one is refused", [node("", "")], ["", NOT_MADE]],
  ["without a node, labelled containers are one's own", rest(`\\n${MINE}\\n`), [""]],
  ["without a node, another's are refused", rest("\\nq/t@b\\n"), ["", BELONGS]],
  ["without a node, nameless ones are refused", rest("\\n\\n"), ["", NOT_MADE]],
])("%s", async (_, docker, expected) => {
  expect(await holder(...docker)).toEqual(expected);
});

test("a creation that was marked is one's own, whatever its containers lack", async () => {
  mkdirSync(join(cache, "clusters"), { recursive: true });
  writeFileSync(join(cache, "clusters", "kecs-shop.owner"), `${MINE}\n`);
  expect(await holder(...rest("\\n"))).toEqual([""]);
});

test("what the user may take over is another's until it was, and looking leaves nothing", async () => {
  process.env["KECS_TAKE_OVER"] = "q/t@b";
  try {
    expect(await holder(node("e1", "q/t@b"), NO_FILE)).toEqual(["e1", BELONGS]);
  } finally {
    delete process.env["KECS_TAKE_OVER"];
  }
  expect(readdirSync(cache)).toEqual([]);
});

test.each([
  [
    "inspect",
    "dial tcp: no such host",
    "KECS3004: k3d-kecs-shop-server-0: Docker does not say what it is: dial tcp: no such host",
  ],
  [
    "ps",
    "Cannot connect",
    "KECS3004: docker: Docker's containers, networks and volumes cannot be listed: Cannot connect",
  ],
])("is unknown where docker does not %s", async (when, said, error) => {
  const failed = { when, then: `echo '${said}' >&2; exit 1` };
  await expect(holder(failed, NO_NODE)).rejects.toThrow(error);
});
