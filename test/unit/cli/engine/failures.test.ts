import type { EngineEvent } from "@pulumi/pulumi/automation";
import {
  FailureCollector,
  parseIssues,
  plain,
  resourceName,
} from "../../../../cli/engine/failures";
import { formatIssue, problem } from "../../../../components/internal/errors";

const URN = "urn:pulumi:dev::kecs::kecs:ecs:EcsService$kubernetes:apps/v1:Deployment::sample";
const said = (message: string, urn = URN, severity = "error") =>
  ({ diagnosticEvent: { urn, message, severity, color: "raw" } }) as unknown as EngineEvent;

test("issues come back as they were written, with their hints", () => {
  const issues = [
    problem("KECS2006", "httpPort", "local port 8080 is taken by process 1 (node)", "stop it"),
    problem("KECS3001", "", "the API server did not become ready"),
  ];
  expect(parseIssues(issues.map(formatIssue).join("\n"))).toEqual(issues);
});

test("issues are found in the midst of Pulumi's own words", () => {
  expect(parseIssues("error: error KECS1007: listeners: twice\n  hint: remove one\nmore")).toEqual([
    problem("KECS1007", "listeners", "twice", "remove one"),
  ]);
});

test("the lines that a task wrote stay with their issue, whatever Pulumi puts in front", () => {
  const message = "the deployment failed\n  last lines of web:\n  | no such table";
  const issue = problem("KECS3007", 'EcsService("web")', message, "mend it");
  const text = `error: error serializing property "data": ${formatIssue(issue)}`;
  expect(parseIssues(text)).toEqual([issue]);
});

test("unknown codes are no issues", () => {
  expect(parseIssues("error KECS0000: x")).toEqual([]);
});

test("an error of KECS is shown once, although Pulumi repeats it", () => {
  const failures = new FailureCollector();
  failures.on(said("<{%reset%}>error KECS2006: httpPort: taken<{%reset%}>"));
  failures.on(said("error KECS2006: httpPort: taken"));
  expect(failures.issues("update failed")).toEqual([problem("KECS2006", "httpPort", "taken")]);
});

test("any other failure names its resource", () => {
  const failures = new FailureCollector();
  failures.on(said("timed out waiting to be Ready"));
  failures.on(said("update failed", "urn:pulumi:dev::kecs::pulumi:pulumi:Stack::kecs-dev"));
  failures.on(said("only a warning", URN, "warning"));
  expect(failures.issues("exit 255")).toMatchObject([
    { code: "KECS3003", path: 'Deployment("sample")', message: "timed out waiting to be Ready" },
  ]);
});

test("a failure without a diagnostic shows what the CLI said last", () => {
  expect(new FailureCollector().issues("no stack")).toMatchObject([
    { code: "KECS3003", path: "", message: "no stack" },
  ]);
});

test("Ctrl-C counts as noticed once the engine says so", () => {
  const failures = new FailureCollector();
  expect(failures.cancelled).toBe(false);
  failures.on({ stdoutEvent: { message: "^C received; cancelling." } } as unknown as EngineEvent);
  expect(failures.cancelled).toBe(true);
});

test("colour marks go, names are short", () => {
  expect(plain("<{%fg 9%}>bad<{%reset%}>\n")).toBe("bad");
  expect(resourceName("urn:pulumi:dev::kecs::pulumi:pulumi:Stack::kecs-dev")).toBe("");
  expect(resourceName("")).toBe("");
});
