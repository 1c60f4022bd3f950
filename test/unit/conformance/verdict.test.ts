import { loadCases } from "../../conformance/caseFile";
import { verdict } from "../../conformance/run/verdict";
import { join } from "node:path";

const { cases } = loadCases(join(__dirname, "..", "..", "conformance", "cases.yaml"));
const known = (id: string) => {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const status = { field: "status", expected: 502, received: 500 };
const body = { field: "body", expected: "a", received: "b" };

test("a case that is as on AWS passes, any other one fails with its differences", () => {
  expect(verdict(known("PRIO-01"), [])).toMatchObject({ outcome: "passed", reasons: [] });
  expect(verdict(known("PRIO-01"), [status, body])).toMatchObject({
    outcome: "failed",
    reasons: ["status: expected 502, received 500", 'body: expected "a", received "b"'],
  });
});

test("a known difference has to be the one that the file tells of", () => {
  expect(known("HLT-06").achievable).toBe("no");
  expect(verdict(known("HLT-06"), [status]).outcome).toBe("known");
  expect(verdict(known("HLT-06"), [{ ...status, received: 503 }])).toMatchObject({
    outcome: "failed",
    reasons: ["local status: expected 500, received 503"],
  });
});

test("a difference that is gone is no failure", () => {
  expect(verdict(known("HLT-06"), [])).toMatchObject({ outcome: "passed", reasons: [] });
});
