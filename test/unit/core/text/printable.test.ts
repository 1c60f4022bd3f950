import fc from "fast-check";
import { printable, printableInColour, printableJson } from "../../../../core/text/printable";

const TITLE = "\x1b]0;owned\x07";
const SIGNS = ["\x1b", "[", "]", "31", "m", ";", "\x07", "\r", "\n", "\t", "\x9b", "\u202e", "a"];
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;:]*m`, "g");
const STEERING = /(?![\n\t])[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

test.each([
  ["plain text", "a\tb\nc ö 日本", "a\tb\nc ö 日本"],
  ["colours", "\x1b[1;31mFATAL\x1b[0m x", "FATAL x"],
  ["a window's title", TITLE, "\\x1b]0;owned\\x07"],
  ["an erased screen", "\x1b[2Jx", "\\x1b[2Jx"],
  ["controls of eight bits", "\u009b2Jx", "\\u009b2Jx"],
  ["a line that is written over", "secret\rharmless", "secret\\rharmless"],
  ["the line ends of Windows", "a\r\nb\r", "a\nb"],
  ["a turned direction", "a\u202eb", "a\\u202eb"],
])("makes %s printable", (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});

test("keeps colours where they are wanted, and ends them", () => {
  expect(printableInColour(`\x1b[31mred${TITLE}`)).toBe("\x1b[31mred\\x1b]0;owned\\x07\x1b[0m");
  expect(printableInColour("plain\r")).toBe("plain");
});

test("nothing that steers a terminal is left, whatever a text holds", () => {
  const text = fc.string({ unit: fc.constantFrom(...SIGNS) });
  fc.assert(
    fc.property(text, (wild) => {
      expect(printable(wild)).not.toMatch(STEERING);
      expect(printableInColour(wild).split(COLOUR).join("")).not.toMatch(STEERING);
      const json = printableJson(JSON.stringify(wild));
      expect(json).not.toMatch(STEERING);
      expect(JSON.parse(json)).toBe(wild);
    }),
  );
});
