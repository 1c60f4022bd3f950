import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { busy, isStale, lockHolders, refuseBusy, removeStale } from "../../../../cli/engine/locks";
import type { Project } from "../../../../cli/project/project";
import { outputsArgv } from "../../../../cli/engine/outputs";

const TEXT =
  "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n" +
  "  file:///home/someone/.pulumi/locks/x.json: created by someone@laptop (pid 4711) at 2026-01-01T10:00:00Z";
const URL = "file:///home/someone/.pulumi/locks/x.json";
const HOLDER = { url: URL, user: "someone", host: "laptop", pid: 4711 };

test("reads who holds a lock", () => {
  expect(lockHolders(TEXT)).toEqual([HOLDER]);
  expect(lockHolders("nothing of the kind")).toEqual([]);
});

test.each([
  ["its process is gone", [HOLDER], false, "laptop", true],
  ["its process is alive", [HOLDER], true, "laptop", false],
  ["it is another machine's", [HOLDER], false, "desktop", false],
  ["nobody is named", [], false, "laptop", false],
])("a lock is stale or not: %s", (_, holders, alive, host, expected) => {
  expect(isStale(holders, () => alive, host)).toBe(expected);
});

test("a busy stack names the process once, and the way out", () => {
  expect(busy([HOLDER, HOLDER], "dev", undefined).message).toBe(
    'error KECS4004: stack "dev" is busy with another operation: process 4711 of someone on laptop\n' +
      "  hint: wait until it is finished; if it no longer runs: pulumi cancel --stack dev",
  );
});

test("secrets are asked for only where they are needed", () => {
  expect(outputsArgv("/p", "dev", false).join(" ")).toBe(
    "pulumi stack output --json --stack dev --cwd /p --non-interactive",
  );
  expect(outputsArgv("/p", "dev", true)).toContain("--show-secrets");
});

describe("before something that would get into the way of an operation", () => {
  const home = mkdtempSync(join(tmpdir(), "kecs busy-"));
  const folder = join(home, ".pulumi", "locks", "organization", "kecs", "dev");
  const project = { name: "kecs", folder: "/nowhere" } as Project;
  const refuse = (backend = `file://${home}`) => {
    refuseBusy({ PULUMI_BACKEND_URL: backend }, project, "me/kecs/dev");
  };
  const lock = (pid: number) => {
    mkdirSync(folder, { recursive: true });
    const text = JSON.stringify({ pid, username: "me", hostname: hostname() });
    writeFileSync(join(folder, "one.json"), text);
  };
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  test("its lock is an error that names the process", () => {
    lock(process.pid);
    expect(refuse).toThrow(
      `KECS4004: stack "me/kecs/dev" is busy with another operation: process ${process.pid} of me on`,
    );
  });

  test("a lock that was left behind, what is no lock and other backends are not", () => {
    expect(refuse).not.toThrow();
    lock(2 ** 30);
    writeFileSync(join(folder, "two.json"), "{");
    writeFileSync(join(folder, "three.json"), "{}");
    expect(refuse).not.toThrow();
    lock(process.pid);
    expect(() => {
      refuse("s3://state");
    }).not.toThrow();
  });
});

describe("locks that were left behind", () => {
  const home = mkdtempSync(join(tmpdir(), "kecs locks-"));
  const folder = join(home, ".pulumi", "locks", "organization", "kecs", "dev");
  const lock = (name: string, pid: number, host = "laptop") => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ pid, username: "me", hostname: host }));
    return { url: `${pathToFileURL(file).href}?no_tmp_dir=true`, user: "me", host, pid };
  };
  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  test("go alone: the lock of an operation that began meanwhile stays", () => {
    const stale = lock("stale", 4711);
    lock("live", 4712);
    expect(removeStale([stale])).toBe(true);
    expect(readdirSync(folder)).toEqual(["live.json"]);
  });

  test("stay where another process took their place, or nobody knows what they are", () => {
    const stale = lock("stale", 4711);
    lock("stale", 4713);
    expect(removeStale([stale])).toBe(true);
    writeFileSync(join(folder, "odd.json"), "no JSON");
    const odd = { ...stale, url: pathToFileURL(join(folder, "odd.json")).href };
    expect(removeStale([odd, { ...odd, url: pathToFileURL(join(folder, "gone.json")).href }])).toBe(
      true,
    );
    expect(readdirSync(folder).sort()).toEqual(["odd.json", "stale.json"]);
  });

  test("of another kind of backend, and other files, are not touched", () => {
    const other = join(home, "data.json");
    mkdirSync(home, { recursive: true });
    writeFileSync(other, JSON.stringify({ pid: 1, hostname: "laptop" }));
    const holder = { user: "me", host: "laptop", pid: 1 };
    for (const url of ["s3://state/.pulumi/locks/x.json", pathToFileURL(other).href, "x"]) {
      expect(removeStale([{ ...holder, url }])).toBe(false);
    }
    expect(readdirSync(home)).toContain("data.json");
  });
});
