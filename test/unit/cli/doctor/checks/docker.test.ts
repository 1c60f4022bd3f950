import { judgeDocker } from "../../../../../cluster/preflight/tools";
import { judgeProgram } from "../../../../../cli/doctor/program";

const answer = (code: number, stdout: string, stderr = "") =>
  judgeProgram("docker", { code, stdout, stderr }, judgeDocker);

test("versions and context are the evidence", () => {
  const line = "27.1.0 (client 27.1.0, context default)";
  expect(answer(0, `${line}\n`)).toEqual({ state: "ok", evidence: line });
});

test.each([
  [127, "", "KECS2004"],
  [124, "stopped after 8000 ms", "KECS2001"],
  [1, "Cannot connect to the Docker daemon at tcp://127.0.0.1:1.", "KECS2001"],
  [1, "permission denied while trying to connect to the Docker daemon socket", "KECS2002"],
])("an end with %d and %p is %s", (code, stderr, expected) => {
  expect(answer(code, "", stderr)).toMatchObject({ state: "failed", code: expected });
});

test("an engine that is too old fails", () => {
  expect(answer(0, "19.03.1 (client 27.1.0, context default)")).toMatchObject({
    ...{ state: "failed", code: "KECS2003" },
  });
});
