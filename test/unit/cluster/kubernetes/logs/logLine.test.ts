import { parseLog, parseLogLine } from "../../../../../cluster/kubernetes/logs/logLine";

test.each([
  ["2026-01-02T03:04:05.123456789Z hi  there", "2026-01-02T03:04:05.123456789Z", "hi  there"],
  ["2026-01-02T03:04:05.1Z hi", "2026-01-02T03:04:05.100000000Z", "hi"],
  ["2026-01-02T03:04:05Z hi", "2026-01-02T03:04:05.000000000Z", "hi"],
  ["2026-01-02T03:04:05.5+02:00 hi", "2026-01-02T01:04:05.500000000Z", "hi"],
  ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000000Z", ""],
  ["2026-01-02T03:04:05Z a\rb", "2026-01-02T03:04:05.000000000Z", "a\rb"],
])("reads %j", (line, time, message) => {
  expect(parseLogLine(line, "before")).toEqual({ time, message });
});

test("a line without a time has the one before it", () => {
  expect(parseLog("2026-01-02T03:04:05Z a\nfailed to watch\n")).toEqual([
    { time: "2026-01-02T03:04:05.000000000Z", message: "a" },
    { time: "2026-01-02T03:04:05.000000000Z", message: "failed to watch" },
  ]);
});

test.each([
  ["", []],
  ["2026-01-02T03:04:05Z a", ["a"]],
  ["2026-01-02T03:04:05Z a\n", ["a"]],
  ["2026-01-02T03:04:05Z a\n2026-01-02T03:04:05Z \n", ["a", ""]],
])("reads all lines of %j", (text, messages) => {
  expect(parseLog(text).map(({ message }) => message)).toEqual(messages);
});
