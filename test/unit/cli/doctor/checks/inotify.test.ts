import {
  FEWEST_INSTANCES,
  FEWEST_WATCHES,
  judgeInotify,
} from "../../../../../cli/doctor/checks/inotify";

const enough = { instances: FEWEST_INSTANCES, watches: FEWEST_WATCHES };

test.each([
  ["instances", { ...enough, instances: 128 }],
  ["watches", { ...enough, watches: 8192 }],
])("few %s are a warning with the command that raises them", (_, limits) => {
  const verdict = judgeInotify(limits);
  expect(verdict).toMatchObject({ state: "warning", code: "KECS2010" });
  expect(verdict).toHaveProperty("remedy", expect.stringContaining("sudo sysctl fs.inotify"));
});

test("enough is fine, and so is a system without inotify", () => {
  expect(judgeInotify(enough).state).toBe("ok");
  expect(judgeInotify(undefined).state).toBe("ok");
});
