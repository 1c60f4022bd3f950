import { lastLines, quotedLines, tellingLines } from "../../../../cluster/kubernetes/evidence";
import { withPrograms } from "../../../helpers/fakePrograms";

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}`);

test("the last ten lines are shown", () => {
  expect(tellingLines(numbered(15))).toEqual(numbered(15).slice(5));
  expect(tellingLines([])).toEqual([]);
});

test("an error that is not among them is shown too", () => {
  const lines = ["FATAL: no such table", ...numbered(15)];
  expect(tellingLines(lines)).toEqual(["FATAL: no such table", "…", ...numbered(15).slice(7)]);
});

test("of many errors above the last three are shown, and none where the last lines have one", () => {
  const errors = ["error 1", "error 2", "error 3", "error 4"];
  expect(tellingLines([...errors, ...numbered(12)]).slice(0, 4)).toEqual([...errors.slice(1), "…"]);
  expect(tellingLines([...errors, ...numbered(12), "panic: x"])).toHaveLength(10);
  expect(tellingLines([...errors, ...numbered(12), "panic: x"])).not.toContain("error 4");
});

test("lines are short and steer no terminal", () => {
  const [long = "", coloured] = tellingLines(["x".repeat(1000), "\x1b[31mred\x1b[0m\x07"]);
  expect(long).toBe(`${"x".repeat(400)}…`);
  expect(coloured).toBe("red\\x07");
});

test("what ran before tells, and what runs now where nothing is left of it", async () => {
  const logs = "exec k3d-kecs-shop-server-0 kubectl -n kecs logs web-1 -c web --tail=60";
  const fault = { pod: "web-1", container: "web", what: "", isFailure: true, hasEnded: true };
  const found: unknown[] = [];
  await withPrograms(
    { docker: [{ when: `${logs} --previous`, then: "printf 'FATAL\\n\\nend\\n'" }] },
    async () => void found.push(await lastLines("shop", fault)),
  );
  await withPrograms(
    {
      docker: [
        { when: `${logs} --previous`, then: "exit 1" },
        { when: logs, then: "echo now" },
      ],
    },
    async () => void found.push(await lastLines("shop", fault)),
  );
  expect(found).toEqual([["FATAL", "end"], ["now"]]);
});

test("lines stand below a sentence; without lines there is nothing", () => {
  expect(quotedLines("web", ["a", "b"])).toBe("\n  last lines of web:\n  | a\n  | b");
  expect(quotedLines("web", [])).toBe("");
});
