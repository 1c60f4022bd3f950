import { judgeAuthority } from "../../../../../cli/doctor/checks/authority";

test.each([false, undefined])("trust that is %p is a warning", (isKnown) => {
  expect(judgeAuthority(isKnown)).toMatchObject({ state: "warning", code: "KECS2008" });
});

test.each([true, null])("trust that is %p is fine", (isKnown) => {
  expect(judgeAuthority(isKnown).state).toBe("ok");
});
