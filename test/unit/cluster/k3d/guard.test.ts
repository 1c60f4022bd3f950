import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { IMPORT_SCRIPT } from "../../../../cluster/image/scripts";
import { ENSURE_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/k3d/scripts";

/* What the scripts do beside each other, and when they are ended. */

const TOOLS = [
  "sh",
  "cat",
  "find",
  "grep",
  "mkdir",
  "mktemp",
  "rm",
  "rmdir",
  "sed",
  "sleep",
  "tail",
];
let folder = "";
const at = (...parts: string[]) => join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kecs-guard-"));
  for (const name of ["tmp", "bin", "cache"]) mkdirSync(at(name));
  for (const tool of TOOLS) {
    const place = ["/bin", "/usr/bin"].map((each) => join(each, tool)).find(existsSync) ?? tool;
    symlinkSync(place, at("bin", tool));
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A docker that notes when it begins and ends, and waits in between until it may go on. */
function fakeDocker(wait = "true"): void {
  const lines = [
    "#!/bin/sh",
    `[ "$1" != inspect ] || { echo "No such container" >&2; exit 1; }`,
    `[ "$1" = images ] && { echo "$NAME in" >>${at("order")}; ${wait}; echo "$NAME out" >>${at("order")}; }`,
    "exit 0",
  ];
  writeFileSync(at("bin", "docker"), lines.join("\n"));
  chmodSync(at("bin", "docker"), 0o755);
}

function begin(script: string, name: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn("/bin/sh", ["-c", script], {
    env: {
      PATH: at("bin"),
      TMPDIR: at("tmp"),
      KECS_CACHE_DIR: at("cache"),
      KECS_CLUSTER: "kecs-myapp",
      KECS_EPOCH: "e1",
      KECS_OWNER: "kecs/dev@b",
      KECS_DIGEST: "sha256:a1",
      KECS_REF: "kecs.local/myapp/web:1",
      NAME: name,
      ...env,
    },
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  child.stdin.end("{}");
  const ended = once(child, "close").then(([code]) => ({ code: code as number, stderr }));
  return { child, ended };
}

/** The wait of a docker that goes on once the test lets it. */
const untilLet = () => `while [ ! -e ${at("go")} ]; do sleep 0.05; done`;
const letGo = () => {
  writeFileSync(at("go"), "");
};

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 1) {
    if (waited > 6_000) throw new Error("it did not come to this");
    await pause(20);
  }
}

const order = () =>
  existsSync(at("order")) ? readFileSync(at("order"), "utf8").trim().split("\n") : [];
const withFlock = () => {
  symlinkSync("/usr/bin/flock", at("bin", "flock"));
};

describe.each<[string, () => void]>([
  ["the kernel's lock", withFlock],
  ["a folder as lock", () => undefined],
])("with %s", (_, prepare) => {
  test("one script at a time changes a cluster", async () => {
    prepare();
    fakeDocker("sleep 0.5");
    const both = [begin(REMOVE_SCRIPT, "a"), begin(REMOVE_SCRIPT, "b")];
    for (const { ended } of both) expect(await ended).toEqual({ code: 0, stderr: "" });
    const [first = ""] = order();
    const name = first.slice(0, 1);
    const other = name === "a" ? "b" : "a";
    expect(order()).toEqual([`${name} in`, `${name} out`, `${other} in`, `${other} out`]);
    expect(readdirSync(at("cache", "clusters")).filter((file) => file.endsWith(".d"))).toEqual([]);
  });

  test("another cluster waits for nobody", async () => {
    prepare();
    fakeDocker(untilLet());
    const both = [
      begin(REMOVE_SCRIPT, "a"),
      begin(REMOVE_SCRIPT, "b", { KECS_CLUSTER: "kecs-other" }),
    ];
    await until(() => order().length === 2);
    expect(order().sort()).toEqual(["a in", "b in"]);
    letGo();
    for (const { ended } of both) await ended;
  });

  test("waiting comes to an end, and says for what", async () => {
    prepare();
    fakeDocker(untilLet());
    const first = begin(REMOVE_SCRIPT, "a");
    await until(() => existsSync(at("order")));
    const { code, stderr } = await begin(REMOVE_SCRIPT, "b", { KECS_LOCK_PATIENCE: "1" }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("error KECS3004: kecs-myapp: another process changes it");
    letGo();
    await first.ended;
    expect(order()).toEqual(["a in", "a out"]);
  });
});

test("the folder of a process that is gone is taken over", async () => {
  fakeDocker();
  const lock = at("cache", "clusters", "kecs-myapp.lock.d");
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, "pid"), "4194304\n");
  expect(await begin(REMOVE_SCRIPT, "a").ended).toEqual({ code: 0, stderr: "" });
  expect(existsSync(lock)).toBe(false);
});

test.each([
  ["by who was killed while it removed another's", "4194304\n", true],
  ["before its process had written itself down", undefined, false],
])("a folder that was left behind %s holds nobody up", async (_, pid, wasBroken) => {
  fakeDocker();
  const lock = at("cache", "clusters", "kecs-myapp.lock.d");
  const folders = [lock, ...(wasBroken ? [`${lock}.break`] : [])];
  for (const each of folders) mkdirSync(each, { recursive: true });
  if (pid !== undefined) writeFileSync(join(lock, "pid"), pid);
  for (const each of folders) utimesSync(each, new Date(), new Date(Date.now() - 180_000));
  expect(await begin(REMOVE_SCRIPT, "a", { KECS_LOCK_PATIENCE: "1" }).ended).toEqual({
    code: 0,
    stderr: "",
  });
  expect(readdirSync(at("cache", "clusters"))).toEqual(["kecs-myapp.lock"]);
});

test("a folder whose process is about to write itself down is not taken away", async () => {
  fakeDocker();
  mkdirSync(at("cache", "clusters", "kecs-myapp.lock.d"), { recursive: true });
  const { code, stderr } = await begin(REMOVE_SCRIPT, "a", { KECS_LOCK_PATIENCE: "1" }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain("error KECS3004");
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "a script that %s ends leaves no temporary folder, and no lock",
  async (signal) => {
    writeFileSync(at("bin", "docker"), `#!/bin/sh\n: >>${at("asked")}\nsleep 60\nexit 1\n`);
    chmodSync(at("bin", "docker"), 0o755);
    for (const script of [ENSURE_SCRIPT, REMOVE_SCRIPT, IMPORT_SCRIPT]) {
      const { child, ended } = begin(script, "a");
      await until(() => existsSync(at("asked")) && readdirSync(at("tmp")).length > 0);
      process.kill(-(child.pid ?? 0), signal);
      expect((await ended).code).not.toBe(0);
      expect(readdirSync(at("tmp"))).toEqual([]);
      rmSync(at("asked"));
    }
    const left = existsSync(at("cache", "clusters")) ? readdirSync(at("cache", "clusters")) : [];
    expect(left.filter((file) => file.endsWith(".d"))).toEqual([]);
  },
);
