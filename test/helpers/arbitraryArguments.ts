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
const WRONG: readonly unknown[] = [
  ...[null, undefined, NaN, Infinity, -0, 1n, true, false, "", "a", 80],
  ...[[], [null], [undefined], [[]], ["a"], [1], {}, { a: 1 }, { name: null }, { toString: 1 }],
  ...[
    () => 1,
    Symbol("a"),
    new Date(0),
    new Map(),
    new Error("a"),
    /a/,
    Object.create(null) as object,
  ],
  ...[circular, [circular], ...deep, [deep[0]], { name: deep[1] }],
];

/** Arguments by the table of their fields: each of the kind that it should have, or of any. */
export function arbitraryArguments(
  rows: readonly FieldRow[],
  texts: readonly string[],
): fc.Arbitrary<unknown> {
  // One number makes a whole input: a tree of arbitraries takes ten times as long.
  return fc.integer().map((seed) => {
    const random = randomOf(seed);
    const chance = random();
    if (chance < 0.05) return pick(WRONG, random);
    return objectOf({ rows, texts, random, isSound: chance < 0.5 }, "");
  });
}

interface Making {
  readonly rows: readonly FieldRow[];
  readonly texts: readonly string[];
  readonly random: () => number;
  /** Whether every value is of its field's kind. */
  readonly isSound: boolean;
}

function objectOf(making: Making, around: string): Record<string, unknown> {
  const { rows, random, isSound } = making;
  const given = rowsOf(rows, around).filter((row) =>
    row.required === true ? isSound || random() < 0.95 : random() < 0.4,
  );
  const fields = given.map((row) => [nameOf(row), valueOf(making, row)] as const);
  const isStrange = !isSound && random() < 0.05;
  const strange = isStrange ? [[textOf(making), pick(WRONG, random)] as const] : [];
  return Object.fromEntries([...fields, ...strange]);
}

function valueOf(making: Making, row: FieldRow): unknown {
  const { random, isSound } = making;
  if (!isSound && random() < 0.05) return pick(WRONG, random);
  // Made-up instances have no listeners, and looking for their ports takes long.
  if (row.path === "connection" && isSound) return CONNECTION;
  const list = <T>(make: () => T): T[] => Array.from({ length: Math.floor(random() * 4) }, make);
  const makers: Readonly<Record<FieldKind, () => unknown>> = {
    text: () => textOf(making),
    number: () => numberOf(random),
    boolean: () => random() < 0.5,
    textOrNumber: () => (random() < 0.5 ? textOf(making) : numberOf(random)),
    texts: () => list(() => textOf(making)),
    numbers: () => list(() => numberOf(random)),
    textMap: () => Object.fromEntries(list(() => [textOf(making), textOf(making)])),
    object: () => objectOf(making, row.path),
    objects: () => list(() => objectOf(making, `${row.path}[]`)),
  };
  return makers[row.kind]();
}

function textOf({ texts, random }: Making): string {
  if (random() < 0.7) return pick(texts, random);
  const codes = Array.from({ length: Math.floor(random() * 12) }, () => 32 + random() * 96);
  return String.fromCharCode(...codes);
}

function numberOf(random: () => number): number {
  const number = random() < 0.5 ? random() * 20 : random() * 70_000 - 100;
  return random() < 0.9 ? Math.floor(number) : number;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Numbers from 0 to 1 by a linear congruence: the same ones for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What is wrong with an answer of a check: it has to be a list of issues with known codes. */
export function faultsOf(issues: readonly Issue[]): string[] {
  return issues
    .filter((issue) => !Object.hasOwn(CODES, issue.code) || formatIssue(issue) === "")
    .map((issue) => JSON.stringify(issue));
}
