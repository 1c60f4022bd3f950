import { judgeNames } from "../../../../../cli/doctor/checks/names";

test.each([[["127.0.0.1"]], [["::1"]]])("%p is this machine", (addresses) => {
  expect(judgeNames(addresses).state).toBe("ok");
});

test("no address, and one of another machine, are warnings", () => {
  expect(judgeNames(undefined)).toMatchObject({ state: "warning", code: "KECS2011" });
  const elsewhere = judgeNames(["10.1.2.3"]);
  expect(elsewhere).toMatchObject({ state: "warning", code: "KECS2011" });
  expect(elsewhere.evidence).toContain("10.1.2.3");
});
