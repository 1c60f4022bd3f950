import { judgeDisk, LITTLE_ROOM } from "../../../../../cli/doctor/checks/disk";

const home = { what: "home", freeBytes: LITTLE_ROOM };

test("one place with little room is a warning", () => {
  const docker = { what: "Docker", freeBytes: LITTLE_ROOM - 1024 ** 3 };
  expect(judgeDisk([home, docker])).toMatchObject({
    state: "warning",
    code: "KECS2010",
    evidence: "home 5.0 GiB free, Docker 4.0 GiB free",
  });
});

test("enough room is fine", () => {
  expect(judgeDisk([home])).toEqual({ state: "ok", evidence: "home 5.0 GiB free" });
});
