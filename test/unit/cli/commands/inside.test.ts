import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { withPrograms, type Answer } from "../../../helpers/fakePrograms";
import { pod, running, web } from "../../../helpers/pods";

/* ps, logs and exec with a docker of the test's own; the programs of the machine are not looked for. */
jest.mock("../../../../cli/machine/prepare");

const NODE = "exec k3d-kecs-myapp-server-0 kubectl";
const LOGS = `${NODE} logs -n kecs`;
const [ONE, TWO] = ["a95a20c1", "09d2cb45"];
const folder = mkdtempSync(join(tmpdir(), "kecs-inside-"));
const listed = join(folder, "tasks.json");

beforeAll(() => {
  mkdirSync(join(folder, "stacks"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
  writeFileSync(join(folder, "stacks", "Pulumi.dev.yaml"), "config:\n  kecs:instance: myapp\n");
});
beforeEach(() => {
  put(task("front-1", ONE), task("front-2", TWO));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function task(name: string, id: string) {
  const uid = `${id}-0000-4000-8000-000000000000`;
  const { metadata } = pod();
  return pod({ metadata: { ...metadata, name, uid } });
}

/** What docker inspect prints of the node. */
function inspected(isRunning: boolean, isPaused = false): string {
  const node = {
    Name: "/k3d-kecs-myapp-server-0",
    Config: { Image: "k3s", Labels: {} },
    State: { Running: isRunning, Paused: isPaused },
    HostConfig: { PortBindings: null, Binds: null },
    NetworkSettings: { Ports: null },
  };
  return `echo '${JSON.stringify([node])}'`;
}

function put(...items: readonly object[]): void {
  writeFileSync(listed, JSON.stringify({ items }));
}

async function kecs(
  argv: readonly string[],
  answers: readonly Answer[] = [],
  stop?: AbortSignal,
  isTTY = false,
  onText: (text: string) => void = () => undefined,
) {
  const out: string[] = [];
  const err: string[] = [];
  const written = (to: string[]) => (text: string) => {
    to.push(text);
    onText(text);
  };
  let exitCode = -1;
  const io = {
    stdin: Readable.from([]),
    stdout: { isTTY, write: written(out) },
    stderr: { write: written(err) },
    env: { NO_COLOR: "1" },
    cwd: folder,
    signal: stop ?? new AbortController().signal,
  };
  const docker = [...answers, { when: `${NODE} get deployments`, then: `cat ${listed}` }];
  const calls = await withPrograms({ docker }, async () => {
    exitCode = await runCli(argv, io, { folder: "/nowhere", version: "1.2.3" });
  });
  return { exitCode, stdout: out.join(""), stderr: err.join(""), calls: calls.slice(1) };
}

const stamped = (second: number, message: string) =>
  `echo "2026-01-02T03:04:0${second}Z ${message}"`;

test("ps shows the tasks of all services, or of one", async () => {
  const { metadata } = pod();
  const labels = { ...metadata.labels, "kecs.dev/service": "back" };
  put(task("front-1", ONE), pod({ metadata: { ...metadata, labels } }));
  const { exitCode, stdout, stderr } = await kecs(["ps"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^SERVICE .*\nshop\/back .*\nshop\/front .*\n$/);
  expect((await kecs(["ps", "front"])).stdout).toMatch(/^SERVICE .*\nshop\/front .*\n$/);
});

test("ps puts all that it knows into one document", async () => {
  put(task("front-1", ONE));
  const { stdout } = await kecs(["ps", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    issues: [],
    result: {
      stack: "dev",
      instance: "myapp",
      tasks: [{ cluster: "shop", name: "front", lastStatus: "RUNNING", pod: "front-1" }],
    },
  });
});

test.each([[["ps", "nope"]], [["logs", "nope"]], [["exec", "nope", "ls"]]])(
  "%j of an unknown service ends with 4",
  async (argv) => {
    const { exitCode, stdout, stderr } = await kecs(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: "" });
    expect(stderr).toContain('error KECS4007: there is no service or task "nope"');
  },
);

test.each([
  [
    "absent",
    "echo No such container >&2; exit 1",
    4,
    'KECS4002: instance "myapp" of stack "dev" is not started',
  ],
  ["stopped", inspected(false), 4, 'KECS4002: instance "myapp" of stack "dev" is stopped'],
  ["asleep", inspected(true, true), 1, 'KECS3023: instance "myapp" of stack "dev" is asleep'],
  ["silent", inspected(true), 1, "KECS3004: kecs-myapp: the cluster does not answer: no route"],
])("an instance that is %s is an error", async (_, then, expected, message) => {
  const { exitCode, stderr } = await kecs(
    ["ps"],
    [
      { when: `${NODE} get`, then: "echo no route >&2; exit 1" },
      { when: "inspect", then },
    ],
  );
  expect(stderr).toContain(`error ${message}`);
  expect(exitCode).toBe(expected);
});

test("logs prints what all tasks wrote by time", async () => {
  const { exitCode, stdout, stderr, calls } = await kecs(
    ["logs", "front", "--since", "10m", "--tail", "5"],
    [
      { when: `${LOGS} front-1`, then: `${stamped(1, "a")}; ${stamped(3, "c")}` },
      { when: `${LOGS} front-2`, then: stamped(2, "b") },
    ],
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toBe(`front/${ONE} a\nfront/${TWO} b\nfront/${ONE} c\n`);
  expect([...calls].sort()).toEqual([
    `docker ${LOGS} front-1 -c web --timestamps --since=10m --tail=5`,
    `docker ${LOGS} front-2 -c web --timestamps --since=10m --tail=5`,
  ]);
});

test("logs prints a document for each line, and nothing else", async () => {
  const { stdout } = await kecs(
    ["logs", "front", "--json"],
    [{ when: `${LOGS} front-2`, then: `${stamped(1, "a")}; ${stamped(2, "b")}` }],
  );
  const documents = stdout.trimEnd().split("\n");
  expect(documents.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    "a",
    "b",
  ]);
});

test("logs does not ask for a container that never ran, and says so", async () => {
  put(pod({ status: { phase: "Pending", containerStatuses: [] } }));
  expect(await kecs(["logs", "front"])).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: "no container of shop/front has been started yet; kecs ps says why\n",
    calls: [],
  });
});

test("logs of a service without a task says so", async () => {
  const labels = { "kecs.dev/cluster": "shop", "kecs.dev/service": "front" };
  put({ kind: "Deployment", metadata: { name: "shop-front", labels } });
  expect(await kecs(["logs", "front"])).toMatchObject({
    exitCode: 0,
    stdout: "",
    stderr: "shop/front has no task, so there is nothing to print\n",
  });
  expect(await kecs(["logs", "front", "--quiet"])).toMatchObject({ stderr: "" });
});

test.each([
  ["0s", "--tail=0"],
  ["0h0.0ms", "--tail=0"],
  ["400ms", "--since=1s"],
  ["0.5s", "--since=1s"],
  ["1.5s", "--since=1.5s"],
])("logs --since %s asks kubectl for %s", async (since, expected) => {
  put(task("front-1", ONE));
  const { calls } = await kecs(["logs", "front", "--since", since]);
  expect(calls).toEqual([`docker ${LOGS} front-1 -c web --timestamps ${expected}`]);
});

test("logs tells of a log that breaks off, and prints what there is", async () => {
  const then = `${stamped(1, "a")}; echo "stream closed" >&2; exit 1`;
  const { exitCode, stdout, stderr } = await kecs(
    ["logs", "front", "--json"],
    [
      { when: `${LOGS} front-1`, then },
      { when: `${LOGS} front-2`, then: stamped(2, "b") },
    ],
  );
  expect(exitCode).toBe(1);
  expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  expect(stderr).toContain(
    `error KECS3015: shop/front/${ONE}, container web: its log could not be read to its end: stream closed\n`,
  );
});

test("logs --follow takes a log that breaks off up again, and tells where that does not help", async () => {
  put(task("front-1", ONE));
  const stop = new AbortController();
  const attempts = join(folder, "attempts");
  const breaksOff = `echo >> ${attempts}; ${stamped(1, "a")}; echo lost >&2; exit 1`;
  // It goes on for some attempts after it was told, and does not tell it again.
  const enough = setInterval(() => {
    if (existsSync(attempts) && statSync(attempts).size > 5) stop.abort();
  }, 20);
  const following = kecs(
    ["logs", "front", "--follow"],
    [
      {
        when: "exec -i k3d-kecs-myapp-server-0 sh",
        then: `case "$line" in *--follow*) ${breaksOff};; esac; exec sleep 600`,
      },
    ],
    stop.signal,
  );
  const { stdout, stderr } = await following.finally(() => {
    clearInterval(enough);
  });
  expect(stdout).toBe(`front/${ONE} a\n`);
  expect(stderr.match(/KECS3015/g)).toHaveLength(1);
  expect(stderr).toContain("read to its end: lost\n");
});

test.each([
  [true, `front/${ONE} \\x1b]0;owned\\x07 red 10%\\r20%\n`],
  [false, `front/${ONE} \x1b]0;owned\x07 \x1b[31mred\x1b[0m 10%\r20%\r\n`],
])("on a terminal (%s) no line of a log steers it", async (isTTY, expected) => {
  put(task("front-1", ONE));
  const then =
    "printf '2026-01-02T03:04:05Z \\033]0;owned\\007 \\033[31mred\\033[0m 10%%\\r20%%\\r\\n'";
  const { stdout } = await kecs(["logs", "front"], [{ when: LOGS, then }], undefined, isTTY);
  expect(stdout).toBe(expected);
});

test("logs follows, writes no line twice, and ends with 130", async () => {
  put(task("front-1", ONE));
  const stop = new AbortController();
  const follows = "exec -i k3d-kecs-myapp-server-0 sh";
  const following = kecs(
    ["logs", "front", "--follow"],
    [
      { when: LOGS, then: stamped(1, "a") },
      // Only the logs tell of a container; the watch of the tasks waits in silence.
      {
        when: follows,
        then: `case "$line" in *--follow*) ${stamped(1, "a")}; ${stamped(2, "b")};; esac; exec sleep 600`,
      },
    ],
    stop.signal,
    false,
    (text) => {
      if (text.endsWith(" b\n")) stop.abort();
    },
  );
  const { exitCode, stdout, calls } = await following;
  expect(stdout).toBe(`front/${ONE} a\nfront/${ONE} b\n`);
  expect(exitCode).toBe(130);
  expect(calls.filter((line) => line.includes("--since-time=2026-01-02T03:04:01"))).toHaveLength(1);
});

test("exec ends with the exit code of the command, and says where it ran", async () => {
  const inTask = "exec -i k3d-kecs-myapp-server-0 kubectl exec -i -n kecs";
  const answers = [{ when: inTask, then: "exit 7" }];
  const chosen = await kecs(["exec", "front", "ls", "-l", "--task"], answers);
  expect(chosen).toEqual({
    exitCode: 7,
    stdout: "",
    stderr: `in shop/front/${ONE}, container web\n`,
    calls: [`docker ${inTask} front-1 -c web -- ls -l --task`],
  });
  expect(await kecs(["exec", "front", "--task", TWO], answers)).toEqual({
    exitCode: 7,
    stdout: "",
    stderr: "",
    calls: [`docker ${inTask} front-2 -c web -- /bin/sh`],
  });
  expect(await kecs(["exec", "--quiet", "front", "ls"], answers)).toMatchObject({ stderr: "" });
});

test("exec goes into the container that is named", async () => {
  const proxy = { name: "proxy", image: "envoy:1" };
  const status = { containerStatuses: [running("web"), running("proxy")] };
  put(pod({ spec: { containers: [web, proxy] }, status }));
  const { stderr, calls } = await kecs(["exec", "front", "--container", "proxy", "ls"]);
  expect(stderr).toBe(`in shop/front/${ONE}, container proxy\n`);
  expect(calls).toEqual([expect.stringContaining(" shop-front-1 -c proxy -- ls")]);
});

test.each(["logs", "exec"])("%s rejects a container that no task has", async (command) => {
  const { exitCode, stderr } = await kecs([command, "front", "--container", "db"]);
  expect(exitCode).toBe(4);
  expect(stderr).toContain('error KECS4007: shop/front has no container "db"\n');
  expect(stderr).toContain("hint: there are web\n");
});
