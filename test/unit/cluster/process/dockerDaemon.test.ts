import { daemonIssue, isDaemonSilent } from "../../../../cluster/process/dockerDaemon";

const failed = (code: number, stderr: string) => ({ code, stdout: "", stderr });

test.each([
  [failed(127, "spawn docker ENOENT"), "KECS2004"],
  [failed(124, "docker did not end within 30 s"), "KECS2001"],
  [failed(1, "Cannot connect to the Docker daemon at unix:///x. Is it running?"), "KECS2001"],
  [failed(1, "error during connect: Get http://far:2375: dial tcp: no such host"), "KECS2001"],
  [
    failed(1, "permission denied while trying to connect to the Docker daemon socket at unix:///x"),
    "KECS2002",
  ],
])("%j is a daemon that does not answer", (answer, code) => {
  expect(isDaemonSilent(answer)).toBe(true);
  expect(daemonIssue(answer).code).toBe(code);
});

test.each([
  [failed(1, "Error: No such container: x")],
  [failed(1, "open /x: permission denied")],
  [{ code: 0, stdout: "", stderr: "Cannot connect to the Docker daemon" }],
])("%j is an answer", (answer) => {
  expect(isDaemonSilent(answer)).toBe(false);
});
