import { checkTools, judgeDocker, judgeK3d, tooOld } from "../../../../cluster/preflight/tools";
import { run, type RunResult } from "../../../../cluster/process/run";
import { brief, only } from "../../../helpers/issues";

jest.mock("../../../../cluster/process/run");

const said = (stdout: string): RunResult => ({ code: 0, stdout, stderr: "" });
const failed = (code: number, stderr: string): RunResult => ({ code, stdout: "", stderr });

test.each([
  ["the oldest that k3d supports", "20.10.5\n"],
  ["a newer one", "28.3.0\n"],
  ["one with an addition", "20.10.5+dfsg1\n"],
  ["one that does not tell its version", "\n"],
])("accepts a Docker engine: %s", (_, stdout) => {
  expect(judgeDocker(said(stdout))).toEqual([]);
});

test.each([
  ["older by a patch", "20.10.4\n"],
  ["older by a minor", "20.9.99\n"],
  ["older by a major", "19.99.99\n"],
])("rejects a Docker engine: %s", (_, stdout) => {
  expect(brief(judgeDocker(said(stdout)))).toEqual(["KECS2003 docker"]);
});

test("says which engine it found and which it needs", () => {
  expect(only(judgeDocker(said("19.03.1\n")))).toEqual({
    code: "KECS2003",
    path: "docker",
    message: 'Docker engine "19.03.1" is older than 20.10.5',
    hint: "update Docker engine to 20.10.5 or later",
    severity: "error",
  });
});

test.each([
  ["no docker program", failed(127, "spawn docker ENOENT"), "KECS2004"],
  [
    "a daemon that refuses the user",
    failed(1, "permission denied while trying to connect to the Docker daemon socket"),
    "KECS2002",
  ],
  ["no daemon", failed(1, "Cannot connect to the Docker daemon"), "KECS2001"],
  ["a daemon that does not answer in time", failed(124, ""), "KECS2001"],
])("rejects %s", (_, answer, code) => {
  expect(brief(judgeDocker(answer))).toEqual([`${code} docker`]);
});

test("repeats the last line of what docker said", () => {
  expect(only(judgeDocker(failed(1, "warning\nCannot connect\n"))).message).toBe(
    "no Docker daemon answers (Cannot connect)",
  );
});

test.each([
  ["the oldest that was tested", "k3d version v5.8.0\nk3s version v1.31.5-k3s1 (default)\n"],
  ["a newer one", "k3d version v5.9.1\n"],
  ["one built by hand", "k3d version dev\n"],
])("accepts a k3d: %s", (_, stdout) => {
  expect(judgeK3d(said(stdout))).toEqual([]);
});

test.each([
  ["none", failed(127, "spawn k3d ENOENT"), "KECS2004"],
  ["one that does not run", failed(126, "spawn k3d EACCES"), "KECS2004"],
  ["an old one", said("k3d version v5.7.5\nk3s version v1.30.6-k3s1 (default)\n"), "KECS2005"],
])("rejects a k3d: %s", (_, answer, code) => {
  expect(brief(judgeK3d(answer))).toEqual([`${code} k3d`]);
});

test.each([
  ["1.2.3", "1.2.3", false],
  ["1.2", "1.2.0", false],
  ["1.10.0", "1.9.0", false],
  ["1.2.3-rc.1", "1.2.3", false],
  ["2.0.0", "10.0.0", true],
  ["19.03.15", "20.10.5", true],
  ["library-import", "1.0.0", false],
])("compares %s with %s by numbers", (version, minimum, isOld) => {
  expect(tooOld("docker", "Docker", version, minimum, "KECS2003")).toHaveLength(isOld ? 1 : 0);
});

test("asks both programs and reports both", async () => {
  const mocked = jest.mocked(run).mockResolvedValue(failed(127, ""));
  expect(brief(await checkTools())).toEqual(["KECS2004 docker", "KECS2004 k3d"]);
  expect(mocked.mock.calls.map(([argv]) => argv)).toEqual([
    ["docker", "version", "--format", "{{.Server.Version}}"],
    ["k3d", "version"],
  ]);
});
