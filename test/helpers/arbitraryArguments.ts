import fc from "fast-check";
import { CODES } from "../../core/validate/codes";
import { formatIssue, type Issue } from "../../core/validate";
import type { FieldKind, FieldRow } from "../../core/support/fieldTable";
import { nameOf, rowsOf } from "../../core/support/fieldWalk";
import { CONNECTION } from "./samples";

const circular: Record<string, unknown> = {};
circular["self"] = [circular];
const deep = ["list", "object"].map((kind) => {
  let value: unknown = "a";
  for (let i = 0; i < 5000; i += 1) value = kind === "list" ? [value] : { name: value };
  return value;
});

/** Values of every kind that JavaScript has. */
const wrong: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, undefined, NaN, Infinity, -0, 1n, true, false, "", "a", 80],
  ...[[], [null], [undefined], [[]], ["a"], [1], {}, { a: 1 }, { name: null }, { toString: 1 }],
  ...[() => 1, Symbol("a"), new Date(0), new Map(), new Error("a"), /a/, Object.create(null)],
  ...[circular, [circular], ...deep, [deep[0]], { name: deep[1] }],
);

/** Arguments by the table of their fields: each of the kind that it should have, or of any. */
export function arbitraryArguments(
  rows: readonly FieldRow[],
  texts: readonly string[],
): fc.Arbitrary<unknown> {
  const text = fc.oneof(fc.constantFrom(...texts), fc.string());
  const number = fc.oneof(
    fc.integer({ min: -2, max: 70_000 }),
    fc.integer({ min: 0, max: 20 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const kinds: Readonly<Record<Exclude<FieldKind, "object" | "objects">, fc.Arbitrary<unknown>>> = {
    text,
    number,
    boolean: fc.boolean(),
    textOrNumber: fc.oneof(text, number),
    texts: fc.array(text, { maxLength: 4 }),
    numbers: fc.array(number, { maxLength: 4 }),
    textMap: fc.dictionary(fc.string(), text, { maxKeys: 3 }),
  };
  const objectOf = (around: string, isSound: boolean): fc.Arbitrary<unknown> => {
    const fields = rowsOf(rows, around);
    const required = fields.filter((row) => row.required === true).map(nameOf);
    const given = fc.record(
      Object.fromEntries(fields.map((row) => [nameOf(row), valueOf(row, isSound)])),
      { requiredKeys: isSound ? required : [] },
    );
    if (isSound) return given;
    return fc.oneof(
      { weight: 6, arbitrary: given },
      {
        weight: 1,
        arbitrary: fc
          .tuple(given, fc.string(), wrong)
          .map(([of, key, value]) => ({ ...of, [key]: value })),
      },
    );
  };
  const valueOf = (row: FieldRow, isSound: boolean): fc.Arbitrary<unknown> => {
    const right = rightOf(row, isSound);
    return isSound
      ? right
      : fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: wrong });
  };
  const rightOf = (row: FieldRow, isSound: boolean): fc.Arbitrary<unknown> => {
    // Made-up instances have no listeners, and looking for their ports takes long.
    if (row.path === "connection" && isSound) return fc.constant(CONNECTION);
    if (row.kind === "object") return objectOf(row.path, isSound);
    return row.kind === "objects"
      ? fc.array(objectOf(`${row.path}[]`, isSound), { maxLength: 3 })
      : kinds[row.kind];
  };
  return fc.oneof(
    { weight: 10, arbitrary: objectOf("", true) },
    { weight: 10, arbitrary: objectOf("", false) },
    { weight: 1, arbitrary: wrong },
  );
}

/** What is wrong with an answer of a check: it has to be a list of issues with known codes. */
export function faultsOf(issues: readonly Issue[]): string[] {
  return issues
    .filter((issue) => !Object.hasOwn(CODES, issue.code) || formatIssue(issue) === "")
    .map((issue) => JSON.stringify(issue));
}
