import fc from "fast-check";
import { LineSplitter } from "../../../../cluster/process/lineSplitter";

function split(...pieces: readonly Buffer[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const piece of pieces) splitter.add(piece);
  splitter.end();
  return lines;
}

test("only a line feed ends a line", () => {
  const text = "10%\r20%\r\nsep\u2028par\u2029nel\u0085vt\vff\f\n";
  expect(split(Buffer.from(text))).toEqual(["10%\r20%\r", "sep\u2028par\u2029nel\u0085vt\vff\f"]);
});

test("lines are the same wherever the stream is cut, characters of several bytes included", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "ö", "日", "😀", "\u2028") });
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 40 })), (written, cuts) => {
      const bytes = Buffer.from(written);
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const pieces = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
      const expected = written.split("\n");
      if (expected.at(-1) === "") expected.pop();
      expect(split(...pieces)).toEqual(expected);
    }),
  );
});
