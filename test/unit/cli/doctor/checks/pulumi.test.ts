import { judgePulumi } from "../../../../../cli/machine/tools";
import { judgeProgram } from "../../../../../cli/doctor/program";

const answer = (code: number, stdout: string, stderr = "") =>
  judgeProgram("pulumi", { code, stdout, stderr }, judgePulumi);

test("its version is the evidence", () => {
  expect(answer(0, "v3.250.0\n")).toEqual({ state: "ok", evidence: "v3.250.0" });
});

test("a missing and an old Pulumi fail", () => {
  expect(answer(127, "")).toMatchObject({ state: "failed", code: "KECS2004" });
  expect(answer(0, "v3.100.0")).toMatchObject({ state: "failed", code: "KECS2005" });
});

test("one that hangs fails and does not count as present", () => {
  expect(answer(124, "", "stopped after 8000 ms")).toEqual({
    state: "failed",
    code: "KECS2004",
    evidence: "pulumi does not run (stopped after 8000 ms)",
    remedy: "reinstall pulumi",
  });
});
