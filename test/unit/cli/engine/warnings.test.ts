import type { EngineEvent } from "@pulumi/pulumi/automation";
import { warningsIn } from "../../../../cli/engine/warnings";
import { formatIssue, problem, warningText } from "../../../../core/validate";

const event = (severity: string, message: string): EngineEvent =>
  ({ sequence: 1, timestamp: 0, diagnosticEvent: { severity, message } }) as EngineEvent;

test("a warning of KECS is found among Pulumi's marks, with its hint", () => {
  const text = formatIssue({
    ...problem("KECS1018", 'ListenerRule("a").conditions[0]', "it is odd", "think again"),
    severity: "warning",
  });
  expect(warningsIn(event("warning", `<{%reset%}>${text}<{%reset%}>\n`))).toEqual([text]);
});

test("a warning is found that leaves it to the log to say that it is one", () => {
  const issue = { ...problem("KECS1018", "a.b", "it is odd"), severity: "warning" } as const;
  expect(warningsIn(event("warning", warningText(issue)))).toEqual([formatIssue(issue)]);
  expect(warningText(issue)).toBe("KECS1018: a.b: it is odd");
});

test("errors, other warnings and other events are none", () => {
  expect(warningsIn(event("error", "warning KECS1018: x: y"))).toEqual([]);
  expect(warningsIn(event("warning", "the provider is old"))).toEqual([]);
  expect(warningsIn({ sequence: 1, timestamp: 0 })).toEqual([]);
});
