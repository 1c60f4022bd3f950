import { judgeCgroups } from "../../../../../cli/doctor/checks/cgroups";

test("version 1 is a warning, version 2 is fine", () => {
  expect(judgeCgroups({ CgroupVersion: "1" })).toMatchObject({
    ...{ state: "warning", code: "KECS2015" },
  });
  expect(judgeCgroups({ CgroupVersion: "2" })).toEqual({ state: "ok", evidence: "version 2" });
  expect(judgeCgroups({}).state).toBe("ok");
});
