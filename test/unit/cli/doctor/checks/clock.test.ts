import { judgeClock } from "../../../../../cli/doctor/checks/clock";

const NOW = Date.parse("2026-01-01T00:00:00Z");

test.each(["2026-01-01T00:01:01Z", "2025-12-31T23:58:59Z"])("%s is another time", (SystemTime) => {
  expect(judgeClock({ SystemTime }, NOW)).toMatchObject({
    ...{ state: "failed", code: "KECS2014", evidence: "Docker's clock differs by 61 s" },
  });
});

test("a minute is not, and neither is an unknown time", () => {
  expect(judgeClock({ SystemTime: "2026-01-01T00:01:00Z" }, NOW).state).toBe("ok");
  expect(judgeClock({}, NOW).state).toBe("ok");
});
