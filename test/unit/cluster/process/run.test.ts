import { run } from "../../../../cluster/process/run";

const node = process.execPath;

test("gives back what a program said and how it ended", async () => {
  const script = "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3";
  expect(await run([node, "-e", script])).toEqual({ code: 3, stdout: "out", stderr: "err" });
});

test("passes standard input, and variables on top of its own", async () => {
  const script =
    "process.stdin.on('data', (text) => console.log(String(text), process.env.KECS_X, 'PATH' in process.env))";
  expect(await run([node, "-e", script], { stdin: "in", env: { KECS_X: "x" } })).toEqual({
    code: 0,
    stdout: "in x true\n",
    stderr: "",
  });
});

test("takes arguments as they are: there is no shell", async () => {
  const { stdout } = await run([node, "-p", "process.argv[1]", "--", "$HOME `id` 'x'"]);
  expect(stdout).toBe("$HOME `id` 'x'\n");
});

test("tells a missing program by 127", async () => {
  expect(await run(["kecs-there-is-no-such-program"])).toEqual({
    code: 127,
    stdout: "",
    stderr: "spawn kecs-there-is-no-such-program ENOENT",
  });
});

test("stops a program at the end of its time and tells it by 124", async () => {
  const script = "process.stderr.write('slow'); setInterval(() => 0, 1000)";
  expect(await run([node, "-e", script], { timeoutMs: 1000 })).toEqual({
    code: 124,
    stdout: "",
    stderr: `slow\n${node} did not end within 1 s`,
  });
});

test("does not wait for what a program has started that was stopped for its time", async () => {
  const script = "sleep 600 & echo $!; wait";
  const { code, stdout } = await run(["/bin/sh", "-c", script], { timeoutMs: 500 });
  process.kill(Number(stdout));
  expect(code).toBe(124);
});

test("survives a program that ends without reading its input", async () => {
  const { code } = await run([node, "-e", "0"], { stdin: "x".repeat(1_000_000) });
  expect(code).toBe(0);
});

test.each([
  ["an argument", ["x\0hunter2"], {}],
  ["a variable", [], { SECRET: "x\0hunter2" }],
])(
  "does not throw for %s that no program can be given, and does not quote it",
  async (_, args, env) => {
    expect(await run([node, ...args], { env })).toEqual({
      code: 126,
      stdout: "",
      stderr: `${node} cannot be started: ERR_INVALID_ARG_VALUE`,
    });
  },
);

test("rejects an empty command", () => {
  expect(() => run([])).toThrow("no program to run");
});
