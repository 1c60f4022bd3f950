import { differences } from "../../../../../core/lb/explain/differences";
import type { ForwardAnswer, Response } from "../../../../../core/lb/actions/answer";

const FIXED: Response = {
  type: "response",
  status: 410,
  headers: { "Content-Type": "text/plain", "Content-Length": "4" },
  body: "gone",
  reason: "a fixed response",
};
const SENT = {
  status: 410,
  headers: { "content-type": "text/plain", "content-length": "4", date: "today" },
  body: "gone",
};
const FORWARD: ForwardAnswer = {
  type: "forward",
  targetGroups: [],
  request: { method: "GET", url: "/", headers: [] },
};

test("finds no difference in the answer that was expected", () => {
  expect(differences(FIXED, SENT)).toEqual([]);
});

test("finds every difference at once", () => {
  const headers = { "content-type": "text/html" };
  expect(differences(FIXED, { status: 404, headers, body: "not here" })).toEqual([
    'the status is "404", not "410"',
    'Content-Type is "text/html", not "text/plain"',
    'there is no Content-Length, which should be "4"',
    'the body is "not here", not "gone"',
  ]);
});

test("leaves a page alone that nothing decides", () => {
  const refusal: Response = { type: "response", status: 404, headers: {}, reason: "nobody" };
  expect(differences(refusal, { ...SENT, status: 404 })).toEqual([]);
});

test("leaves a target's answer alone", () => {
  const own = { status: 404, headers: {}, body: "404 no such page" };
  expect(differences(FORWARD, own)).toEqual([]);
  expect(differences(FORWARD, { ...own, status: 503 })).toEqual([]);
});

test.each([
  [404, "404 page not found\n"],
  [503, "rule 10 is not loaded"],
])("knows %s %j for no target's answer", (status, body) => {
  expect(differences(FORWARD, { status, headers: {}, body })).toEqual([
    `the answer is "${status}" of the load balancer, "${body.trim()}", and not a target's`,
  ]);
});
