import { LineSplitter } from "../../../../../lab/plugins/command/lineSplitter";

function split(...parts: (string | Buffer)[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const part of parts) splitter.add(Buffer.from(part));
  splitter.end();
  return lines;
}

describe("LineSplitter", () => {
  it("joins what comes in pieces, characters included", () => {
    const bytes = Buffer.from("é");
    expect(split("a", "b\nc", bytes.subarray(0, 1), bytes.subarray(1), "\r\nd")).toEqual([
      "ab",
      "cé",
      "d",
    ]);
  });

  it("says once that the real provider would hang on a very long line", () => {
    const long = "x".repeat(64 * 1024);
    const lines = split(`${long}\n${long}\nshort\n`);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("lab stand-in");
    expect(lines[1]).toBe("short");
  });
});
