import { judgeK3d } from "../../../../../cluster/preflight/tools";
import { judgeProgram } from "../../../../../cli/doctor/program";

const answer = (code: number, stdout: string, stderr = "") =>
  judgeProgram("k3d", { code, stdout, stderr }, judgeK3d);

test("the first line of its answer is the evidence", () => {
  expect(answer(0, "k3d version v5.8.3\nk3s version v1.31.5-k3s1 (default)\n")).toEqual({
    ...{ state: "ok", evidence: "k3d version v5.8.3" },
  });
});

test("a missing, a broken and an old k3d fail", () => {
  expect(answer(127, "")).toMatchObject({ state: "failed", code: "KECS2004" });
  expect(answer(126, "", "exec format error")).toMatchObject({ state: "failed", code: "KECS2004" });
  expect(answer(0, "k3d version v5.4.1")).toMatchObject({ state: "failed", code: "KECS2005" });
});
