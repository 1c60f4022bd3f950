import { executionOf } from "../../../../../lab/plugins/command/inputs";
import { CommandRunner } from "../../../../../lab/plugins/command/runCommand";
import type { PropertyMap } from "../../../../../lab/plugins/shared/properties";

const nothing = { stdout: "", stderr: "" };

async function run(
  command: string,
  inputs: PropertyMap = {},
  previous = nothing,
): Promise<{ stdout: string; stderr: string; lines: string[] }> {
  const lines: string[] = [];
  const output = await new CommandRunner().run(executionOf(command, inputs), previous, (line) => {
    lines.push(line);
  });
  return { ...output, lines };
}

describe("CommandRunner", () => {
  it("returns both streams without their last newline", async () => {
    const { stdout, stderr } = await run("printf 'a\\n\\n'; echo b >&2");
    expect({ stdout, stderr }).toEqual({ stdout: "a\n", stderr: "b" });
  });

  it.each([
    ["stdoutAndStderr", ["out", "err"]],
    ["stdout", ["out"]],
    ["stderr", ["err"]],
    ["none", []],
  ])("logs the lines that `%s` asks for", async (logging, expected) => {
    const { lines } = await run("echo out; sleep 0.1; echo err >&2", { logging });
    expect(lines).toEqual(expected);
  });

  it("passes on the environment, the input and the last output", async () => {
    const previous = { stdout: "last", stderr: "" };
    const inputs = { environment: { A: "1" }, stdin: "in" };
    const { stdout } = await run('echo $A $(cat) "$PULUMI_COMMAND_STDOUT"', inputs, previous);
    expect(stdout).toBe("1 in last");
  });

  it("keeps the last output to itself where that is asked for", async () => {
    const previous = { stdout: "last", stderr: "" };
    const inputs = { addPreviousOutputInEnv: false };
    const { stdout } = await run('echo "[$PULUMI_COMMAND_STDOUT]"', inputs, previous);
    expect(stdout).toBe("[]");
  });

  it.each([
    ["echo a; echo b >&2; exit 3", 'exit status 3: running "echo a; echo b >&2; exit 3":\na\nb\n'],
    ["kill -TERM $$", 'signal: terminated: running "kill -TERM $$":\n'],
  ])("fails for %j with all it printed", async (command, message) => {
    await expect(run(command)).rejects.toThrow(message);
  });

  it("says which directory or program does not exist", async () => {
    await expect(run("true", { dir: "/no/such" })).rejects.toThrow(
      "chdir /no/such: no such file or directory",
    );
    await expect(run("true", { interpreter: ["no-such-program"] })).rejects.toThrow(
      'exec: "no-such-program": executable file not found in $PATH: running "true":\n',
    );
    await expect(run("true", { interpreter: ["/no/such"] })).rejects.toThrow(
      "fork/exec /no/such: no such file or directory",
    );
  });

  it("says that a variable is longer than the system takes", async () => {
    const environment = { A: "x".repeat(3_000_000) };
    await expect(run("true", { environment })).rejects.toThrow(
      'fork/exec /bin/sh: argument list too long: running "true":\n',
    );
  });

  it("ends a command with everything it started", async () => {
    const runner = new CommandRunner();
    const running = runner.run(executionOf("sleep 60 & sleep 60", {}), nothing, () => undefined);
    setTimeout(() => {
      runner.endAll();
    }, 50);
    await expect(running).rejects.toThrow("signal: killed");
  });
});
