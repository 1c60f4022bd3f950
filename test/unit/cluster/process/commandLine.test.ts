import { IMPORT_SCRIPT, REMOVE_SCRIPT as REMOVE_IMAGE } from "../../../../cluster/image/scripts";
import { RELOAD_SCRIPT } from "../../../../cluster/dns/scripts";
import { ENSURE_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { commandLine } from "../../../../cluster/process/commandLine";
import { run } from "../../../../cluster/process/run";
import { CommandProvider } from "../../../../lab/plugins/command/commandProvider";
import { executionOf } from "../../../../lab/plugins/command/inputs";
import { CommandRunner } from "../../../../lab/plugins/command/runCommand";
import type { EngineLog } from "../../../../lab/plugins/shared/engineLog";
import { runScript } from "../../../helpers/fakePrograms";

const NOTHING = { stdout: "", stderr: "" };

test("a failure begins with the command line, and the sentence follows", async () => {
  const environment = {
    KECS_REMOVE_CLUSTER: REMOVE_SCRIPT,
    KECS_CLUSTER: "not-of-kecs",
  };
  const execution = executionOf(commandLine("KECS_REMOVE_CLUSTER"), { environment });
  const failure = await new CommandRunner()
    .run(execution, NOTHING, () => undefined)
    .catch((error: unknown) => (error as Error).message);
  expect(failure).toBe(
    [
      'exit status 1: running "eval \\"${KECS_REMOVE_CLUSTER:?}\\"":',
      "error KECS1001: instance: 'not-of-kecs' is not the name of a cluster",
      "  hint: choose another name",
      "",
    ].join("\n"),
  );
});

test("a script works as it does on the command line: exit codes, input and what it leaves", async () => {
  const KECS_TEST = `${REMOVE_SCRIPT.split("\n# Ends the script")[0] ?? ""}\ncat; ls "$scratch"; exit 7`;
  const { code, stdout, scratch } = await runScript(
    commandLine("KECS_TEST"),
    {},
    { KECS_TEST },
    "in",
  );
  expect({ code, stdout, scratch }).toEqual({ code: 7, stdout: "in", scratch: [] });
});

test("a command without its script fails: silence would forget what is still there", async () => {
  const { code, stderr } = await run(["/bin/sh", "-c", commandLine("KECS_NONE")]);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/KECS_NONE/);
});

test("every script fits into one variable of Linux by far", () => {
  for (const script of [ENSURE_SCRIPT, REMOVE_SCRIPT, IMPORT_SCRIPT, REMOVE_IMAGE, RELOAD_SCRIPT]) {
    expect(Buffer.byteLength(script)).toBeLessThan(64 * 1024);
  }
});

test("a state with the script as its command line is changed in place, and deletes what it holds", async () => {
  const noLog = { status: () => undefined, flush: () => Promise.resolve() } as unknown as EngineLog;
  const provider = new CommandProvider(noLog);
  const urn = "urn:pulumi:dev::kecs::command:local:Command::myapp-cluster";
  const earlier = {
    create: ENSURE_SCRIPT,
    delete: 'echo "$KECS_CLUSTER: told" >&2; exit 9',
    environment: { KECS_CLUSTER: "kecs-myapp" },
    triggers: ["e1"],
  };
  const news = {
    create: commandLine("KECS_ENSURE_CLUSTER"),
    delete: commandLine("KECS_REMOVE_CLUSTER"),
    environment: { ...earlier.environment, KECS_ENSURE_CLUSTER: "1", KECS_REMOVE_CLUSTER: "2" },
    triggers: ["e1"],
  };
  const request = { urn, id: "x", oldInputs: earlier, olds: earlier, news, ignoreChanges: [] };
  const { changes } = await provider.diff(request);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.filter(({ replace }) => replace)).toEqual([]);
  await expect(
    provider.delete({ ...request, properties: earlier, timeoutSeconds: 0 }),
  ).rejects.toThrow("kecs-myapp: told");
});
