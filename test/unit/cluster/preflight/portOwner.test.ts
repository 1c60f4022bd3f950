import { spawn } from "node:child_process";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { basename } from "node:path";
import { portOwner } from "../../../../cluster/preflight/portOwner";
import { run, type RunResult } from "../../../../cluster/process/run";
import { listen } from "../../../helpers/listen";

jest.mock("../../../../cluster/process/run");

const NOTHING: RunResult = { code: 1, stdout: "", stderr: "" };
const UNUSED_PORT = 1;

function answers(by: Record<string, Partial<RunResult>>): void {
  jest
    .mocked(run)
    .mockImplementation(([program = ""]) => Promise.resolve({ ...NOTHING, ...by[program] }));
}

test("names the container that publishes a port", async () => {
  answers({
    docker: {
      code: 0,
      stdout:
        "other\t127.0.0.1:18080->80/tcp\nweb\t0.0.0.0:8080->80/tcp, :::8080->80/tcp\nidle\t80/tcp\n",
    },
  });
  expect(await portOwner(8080)).toBe("container web");
});

test("names the container that publishes a range of ports", async () => {
  answers({
    docker: { code: 0, stdout: "lb\t127.0.0.1:9000-9009->30800-30809/tcp, 6443/tcp\n" },
  });
  expect(await portOwner(9005)).toBe("container lb");
  expect(await portOwner(9000)).toBe("container lb");
  expect(await portOwner(9009)).toBe("container lb");
});

test.each([[8999], [9010], [30805]])(
  "takes no container for the owner of %i, which it does not publish",
  async (port) => {
    answers({
      docker: { code: 0, stdout: "lb\t127.0.0.1:9000-9009->30800-30809/tcp\n" },
    });
    expect(await portOwner(port)).not.toBe("container lb");
  },
);

test("takes no container for the owner of a TCP port that publishes it for UDP", async () => {
  answers({ docker: { code: 0, stdout: "dns\t0.0.0.0:1->1/udp\n" } });
  expect(await portOwner(UNUSED_PORT)).toBe("another program");
});

test("shows the program of a process, and none of its arguments", async () => {
  answers({});
  const script =
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port)); process.title = 'node --password=hunter2'";
  const child = spawn(process.execPath, ["-e", script, "--", "--password=hunter2"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const named = await portOwner(Number(String(line)));
  child.kill();
  await ended;
  const program = basename(realpathSync(process.execPath));
  const expected =
    process.platform === "linux" ? `process ${child.pid ?? 0} (${program})` : "another program";
  expect(named).toBe(expected);
});

test("names a process by its id and program", async () => {
  answers({});
  const taken = await listen();
  const named = await portOwner(taken.port);
  await taken.close();
  // Without /proc it is lsof that tells, which has no answer here.
  const expected = process.platform === "linux" ? `process ${process.pid} (` : "another program";
  expect(named.startsWith(expected)).toBe(true);
});

test("asks lsof where /proc knows nothing", async () => {
  answers({ lsof: { code: 0, stdout: "p4242\ncnginx\nf6\n" } });
  expect(await portOwner(UNUSED_PORT)).toBe("process 4242 (nginx)");
});

test("shortens a long command", async () => {
  answers({ lsof: { code: 0, stdout: `p4242\nc${"x".repeat(61)}\n` } });
  expect(await portOwner(UNUSED_PORT)).toBe(`process 4242 (${"x".repeat(57)}...)`);
});

test("leaves out a command that nobody tells", async () => {
  answers({ lsof: { code: 0, stdout: "p4242\n" } });
  expect(await portOwner(UNUSED_PORT)).toBe("process 4242");
});

test("speaks of another program where nothing is known", async () => {
  answers({});
  expect(await portOwner(UNUSED_PORT)).toBe("another program");
});
