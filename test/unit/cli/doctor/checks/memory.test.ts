import { judgeMemory, LITTLE_MEMORY } from "../../../../../cli/doctor/checks/memory";

test("little memory is a warning with what there is", () => {
  expect(judgeMemory({ MemTotal: 2 * 1024 ** 3, NCPU: 2 })).toMatchObject({
    state: "warning",
    code: "KECS2010",
    evidence: "Docker has 2.0 GiB and 2 CPUs",
  });
});

test("enough is fine, and so is a daemon that does not tell", () => {
  expect(judgeMemory({ MemTotal: LITTLE_MEMORY, NCPU: 2 }).state).toBe("ok");
  expect(judgeMemory({}).state).toBe("ok");
});
