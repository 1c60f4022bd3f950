import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listLeftovers, type Leftover } from "../../../../cluster/k3d/leftovers";
import { archiveOf, withPrograms, type Answer } from "../../../helpers/fakePrograms";

const SERVER = "k3d-kecs-old-server-0";
const NO_FILE = "echo 'Could not find the file /x in container y' >&2; exit 1";
const ABSENT = "echo 'Error: No such container: x' >&2; exit 1";

let folder = "";
let gone = "";
let there = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kecs-leftovers-"));
  const stacks = join(folder, "there", ".pulumi", "stacks", "kecs");
  mkdirSync(stacks, { recursive: true });
  writeFileSync(join(stacks, "dev.json"), "");
  mkdirSync(join(folder, "clusters"));
  gone = `kecs/dev@file://${folder}/gone`;
  there = `kecs/dev@file://${folder}/there`;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Found {
  /** What the labels of the containers say of their owner. */
  readonly owners?: readonly string[];
  /** What the node says of it. */
  readonly takenOverBy?: string;
  readonly hasNode?: boolean;
  readonly network?: boolean;
}

/** Docker, which has this of the instance "old", and a cluster of another tool's. */
function docker({ owners = [], takenOverBy, hasNode = true, network = true }: Found): Answer[] {
  const lines = owners.map((owner) => `kecs-old ${owner}`);
  const labels = hasNode ? `e1|${owners[0] ?? ""}` : undefined;
  const ofOld = "--filter label=k3d.cluster=kecs-old";
  const names = hasNode ? [SERVER, "k3d-kecs-old-serverlb"] : ["k3d-kecs-old-serverlb"];
  const has = owners.length > 0;
  return [
    {
      when: "ps --all --filter label=k3d.cluster --format",
      then: `printf '%s\\n' ${[...lines, "other ", "kecs-Bad name"].map((line) => `'${line}'`).join(" ")}`,
    },
    { when: `ps --all ${ofOld}`, then: has ? `printf '%s\\n' ${names.join(" ")}` : ":" },
    { when: `ps -aq ${ofOld}`, then: has ? "echo c1" : ":" },
    { when: `ps -a ${ofOld}`, then: `echo '${owners[0] ?? ""}'` },
    {
      when: "inspect",
      then: labels === undefined || !has ? ABSENT : `echo '${labels}'`,
    },
    {
      when: `cp ${SERVER}:/kecs-owner`,
      then: takenOverBy === undefined ? NO_FILE : archiveOf(takenOverBy),
    },
    {
      when: "network ls --filter name=^k3d-kecs-old$",
      then: network ? "echo k3d-kecs-old" : ":",
    },
  ];
}

async function list(found: Found): Promise<readonly Leftover[]> {
  let listed: readonly Leftover[] = [];
  await withPrograms({ docker: docker(found) }, async () => {
    listed = await listLeftovers({ KECS_CACHE_DIR: folder });
  });
  return listed;
}

test("an instance whose stack is gone is left over, with all that Docker has of it", async () => {
  expect(await list({ owners: [gone, gone] })).toEqual([
    {
      instance: "old",
      owner: gone,
      stack: { project: "kecs", stack: "dev", backend: `file://${folder}/gone` },
      clusterIdentifier: "e1",
      resources: {
        containers: [SERVER, "k3d-kecs-old-serverlb"],
        networks: ["k3d-kecs-old"],
        volumes: [],
      },
    },
  ]);
});

test("so is what lost its node, and a network that KECS made for an owner who is gone", async () => {
  expect(await list({ owners: [gone], hasNode: false })).toMatchObject([
    { instance: "old", clusterIdentifier: "" },
  ]);
  expect(await list({})).toEqual([]);
  writeFileSync(join(folder, "clusters", "kecs-old.owner"), `${gone}\n`);
  expect(await list({})).toMatchObject([
    { instance: "old", resources: { containers: [], networks: ["k3d-kecs-old"] } },
  ]);
  expect(await list({ network: false })).toEqual([]);
});

test.each<[string, () => Found]>([
  ["whose stack is there", () => ({ owners: [there] })],
  ["that a stack which is there took over", () => ({ owners: [gone], takenOverBy: there })],
  ["of a backend that is no folder", () => ({ owners: ["kecs/dev@s3://state"] })],
  ["that KECS did not make", () => ({ owners: [""] })],
  ["whose owner is no stack", () => ({ owners: ["nobody"] })],
])("one %s stays", async (_, found) => {
  expect(await list(found())).toEqual([]);
});

test("what is not KECS's stays even if KECS once made one of that name", async () => {
  writeFileSync(join(folder, "clusters", "kecs-old.owner"), `${gone}\n`);
  expect(await list({ owners: [""] })).toEqual([]);
});

test("a Docker that does not tell is an error", async () => {
  const silent = [{ when: "ps", then: "echo 'Cannot connect' >&2; exit 1" }];
  await withPrograms({ docker: silent }, async () => {
    await expect(listLeftovers({ KECS_CACHE_DIR: folder })).rejects.toThrow("KECS3004: docker: ");
  });
});
