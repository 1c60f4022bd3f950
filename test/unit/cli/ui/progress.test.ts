import { progressOn, silentProgress, type Durations } from "../../../../cli/ui/progress";
import { styleOf } from "../../../../cli/ui/style";
import type { Terminal } from "../../../../cli/ui/terminal";

function setUp(live: boolean, columns = 40) {
  const terminal: Terminal = { colour: false, live, unicode: false };
  const written: string[] = [];
  const durations: Durations = new Map();
  const clock = { time: 0 };
  const stream = { columns, write: (text: string) => written.push(text) };
  const style = styleOf(terminal);
  const progress = progressOn(stream, terminal, style, durations, () => clock.time);
  return { progress, written, durations, clock };
}

test("without a terminal a step is a line at its start and one at its end", () => {
  const { progress, written, durations, clock } = setUp(false);
  progress.start("cluster", "looking at the cluster");
  clock.time = 12_340;
  progress.end("cluster", "created");
  progress.close();
  expect(written.join("")).toBe(
    ".. cluster     looking at the cluster\nok cluster     created (12.3 s)\n",
  );
  expect(durations.get("cluster")).toBe(12_340);
});

test("a step that did not come to its end is marked as failed", () => {
  const { progress, written } = setUp(false);
  progress.start("cluster", "x");
  progress.close();
  progress.close();
  expect(written.slice(1)).toEqual(["!! cluster     failed (0.0 s)\n"]);
});

test("a terminal has one live line for all steps under way, and keeps what is finished", () => {
  const { progress, written, clock } = setUp(true);
  progress.start("traefik", "x");
  clock.time = 2_000;
  progress.start("application", "y");
  expect(written.at(-1)).toBe("\r\u001b[2K| traefik 2 s, application 0 s");
  progress.end("traefik", "created");
  expect(written.slice(-3)).toEqual([
    "\r\u001b[2K",
    "ok traefik     created (2.0 s)\n",
    "\r\u001b[2K/ application 0 s",
  ]);
  progress.close();
  expect(written.join("")).not.toContain("looking");
});

test.each([
  [0, "| a step with quite a long name 0 s"],
  [20, "| a step with quit"],
])("the live line fits a terminal of %s columns", (columns, expected) => {
  const { progress, written } = setUp(true, columns);
  progress.start("a step with quite a long name", "x");
  expect(written.at(-1)).toBe(`\r\u001b[2K${expected.replace("|", "\\")}`);
  progress.close();
});

test("silence still measures", () => {
  const durations: Durations = new Map();
  let time = 0;
  const progress = silentProgress(durations, () => time);
  progress.start("tools", "");
  time = 300;
  progress.end("tools", "");
  expect(durations.get("tools")).toBe(300);
});
