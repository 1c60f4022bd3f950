import type { Expectation } from "../../conformance/caseFile";
import type { Answer } from "../../conformance/client/answer";
import { compare } from "../../conformance/compare";

const answer = (more: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: [],
  body: "",
  trailers: [],
  ...more,
});
const from = (target: string): Answer => answer({ headers: [["X-Kecs-Target", target]] });
const echo = (headers: Record<string, string[]>, url = "/"): Answer =>
  answer({
    body: JSON.stringify({ backend: "echo-1", method: "GET", url, host: "a.test", headers }),
  });
const fields = (expect: Expectation, ...answers: Answer[]): string[] =>
  compare(expect, answers).map(({ field }) => field);

test.each<[string, Expectation, Answer]>([
  ["a status", { status: 200 }, answer()],
  ["the target that answers", { target: "echo-2" }, from("echo-2")],
  ["no target", { target: null }, answer()],
  [
    "a text type with its charset",
    { responseHeaders: { "content-type": "text/plain" } },
    answer({ headers: [["Content-Type", "text/plain; charset=utf-8"]] }),
  ],
  [
    "cookies in any order",
    { setCookie: ["B", "A"] },
    answer({
      headers: [
        ["set-cookie", "A=1; Path=/"],
        ["set-cookie", "B=2"],
      ],
    }),
  ],
  [
    "what a target saw",
    { url: "/x", targetHeaders: { Host: "a.test", "x-a": "1, 2" }, targetHeadersAbsent: ["X-B"] },
    echo({ "X-A": ["1", "2"] }, "/x"),
  ],
  [
    "what a target's header looks like",
    { targetHeadersMatch: { "X-A": "^\\d$" } },
    echo({ "X-A": ["1"] }),
  ],
])("takes %s for what was expected", (_, expect_, received) => {
  expect(compare(expect_, [received])).toEqual([]);
});

test.each<[string, Expectation, Answer, string[]]>([
  ["another status", { status: 200 }, answer({ status: 404 }), ["status"]],
  ["another target", { target: "echo-2" }, from("echo-1"), ["target"]],
  ["a target where none was to be reached", { target: null }, from("echo-1"), ["target"]],
  ["another body", { body: "a" }, answer({ body: "b" }), ["body"]],
  [
    "a cookie too few",
    { setCookie: ["A", "B"] },
    answer({ headers: [["set-cookie", "A=1"]] }),
    ["setCookie"],
  ],
  [
    "a header that should not be",
    { targetHeadersAbsent: ["X-A"] },
    echo({ "X-A": ["1"] }),
    ["targetHeadersAbsent.X-A"],
  ],
  ["no echo where one is needed", { url: "/" }, answer({ body: "hello" }), ["target"]],
])("tells of %s", (_, expect_, received, expected) => {
  expect(fields(expect_, received)).toEqual(expected);
});

test("shares may be off by little, and never where all or nothing is expected", () => {
  const answers = (one: number, two: number): Answer[] => [
    ...Array.from({ length: one }, () => from("one")),
    ...Array.from({ length: two }, () => from("two")),
  ];
  const distribution = { one: 0.25, two: 0.75 };
  expect(fields({ distribution }, ...answers(26, 74))).toEqual([]);
  expect(fields({ distribution }, ...answers(30, 70))).toEqual(["distribution"]);
  expect(fields({ distribution: { two: 1 } }, ...answers(1, 99))).toEqual(["distribution"]);
});

test("sticky is one target for all answers", () => {
  expect(fields({ sticky: true }, from("a"), from("a"))).toEqual([]);
  expect(fields({ sticky: true }, from("a"), from("b"))).toEqual(["sticky"]);
});
