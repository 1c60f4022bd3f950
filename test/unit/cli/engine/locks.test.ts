import { busy, isStale, lockHolders } from "../../../../cli/engine/locks";
import { outputsArgv } from "../../../../cli/engine/outputs";

const TEXT =
  "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n" +
  "  file:///home/someone/.pulumi/locks/x.json: created by someone@laptop (pid 4711) at 2026-01-01T10:00:00Z";
const HOLDER = { user: "someone", host: "laptop", pid: 4711 };

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
      "  hint: wait for its end; if it no longer runs: pulumi cancel --stack dev",
  );
});

test("secrets are asked for only where they are needed", () => {
  expect(outputsArgv("/p", "dev", false).join(" ")).toBe(
    "pulumi stack output --json --stack dev --cwd /p --non-interactive",
  );
  expect(outputsArgv("/p", "dev", true)).toContain("--show-secrets");
});
