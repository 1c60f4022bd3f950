import type { EngineEvent } from "@pulumi/pulumi/automation";
import { resourceName } from "../../../../cli/engine/explainUncoded";
import { FailureCollector } from "../../../../cli/engine/failures";
import { plain } from "../../../../cli/engine/plain";
import { parseIssues } from "../../../../core/validate/parseIssues";
import { commandLine } from "../../../../cluster/process/commandLine";
import { formatIssue, problem } from "../../../../core/validate";

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

const COMMAND =
  "urn:pulumi:dev::kecs::kecs:instance:KecsInstance$command:local:Command::myapp-cluster";
const SCRIPT = JSON.stringify(
  `set -eu\nfail() { echo "error KECS3002: not this" >&2; }\n${"x".repeat(5000)}`,
);
const ran = (output: string, line = SCRIPT) =>
  `1 error occurred:\n\t* exit status 1: running ${line}:\n${output}`;
const one = (...events: readonly EngineEvent[]) => {
  const failures = new FailureCollector();
  for (const event of events) failures.on(event);
  return failures.issues("exit status 255");
};

test.each([
  ["of an earlier KECS", SCRIPT],
  ["of this KECS", JSON.stringify(commandLine("KECS_ENSURE_CLUSTER"))],
])("a command %s that failed is told by its own sentence, without its script", (_, line) => {
  const text =
    'error KECS3001: the API server did not become ready\nwaiting\n  hint: look at "docker logs"\n';
  expect(one(said(ran(text, line), COMMAND), said("update failed"))).toEqual([
    problem("KECS3001", "", "the API server did not become ready", 'look at "docker logs"'),
  ]);
  expect(one(said(ran("no such thing\n", line), COMMAND))).toMatchObject([
    { code: "KECS3004", path: 'Command("myapp-cluster")', message: "no such thing" },
  ]);
});

test.each([
  [
    "k3d on a terminal",
    "\x1b[36mINFO\x1b[0m[0000] Prep: Network\n\x1b[31mERRO\x1b[0m[0003] Failed to pull image 'nowhere/k3s:1': not found\n\x1b[31mFATA\x1b[0m[0004] Cluster creation FAILED, all changes have been rolled back!\n",
    "Failed to pull image 'nowhere/k3s:1': not found",
    /^check the name of the image \(kecs:k3sImage/,
  ],
  [
    "k3d in a file",
    'time="2026-01-01T00:00:00Z" level=info msg="Prep"\ntime="2026-01-01T00:00:00Z" level=error msg="Failed to create \\"x\\""\ntime="t" level=fatal msg="rolled back"\n',
    'Failed to create "x"',
    /--verbose/,
  ],
  [
    "docker",
    "Error response from daemon: no space left\n",
    "Error response from daemon: no space left",
    /--verbose/,
  ],
  ["a program", "first\nthe last line tells\n", "the last line tells", /--verbose/],
  ["nobody", "", "it failed without a message", /--verbose/],
])("a command that %s made fail is KECS3004 in one sentence", (_, output, message, hint) => {
  const [issue, ...others] = one(said(ran(output), COMMAND));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: "KECS3004", path: 'Command("myapp-cluster")', message });
  expect(issue?.hint).toMatch(hint);
});

test.each([
  [
    "an Output",
    'error: error serializing property "a": error serializing property "b": KecsError: ',
  ],
  ["a program", "Running program '/x' failed with an unhandled exception:\n"],
  ["a rejected promise", "Uncaught KecsError: "],
  ["the engine", "1 error occurred:\n\t* error: "],
  ["Pulumi's own error", "RunError: Error: "],
])("a failed deployment that %s tells is KECS3007, without a stack", (_, before) => {
  const issue = problem(
    "KECS3007",
    'EcsService("web")',
    "the deployment failed\n  last lines of web:\n  | error KECS3001: no",
    "mend it",
  );
  const stack = "\n    at Object.<anonymous> (/x/index.ts:1:2)\n    at new Promise (<anonymous>)";
  expect(one(said(`${before}${formatIssue(issue)}${stack}`), said("update failed"))).toEqual([
    issue,
  ]);
});

test("commands of an image and of the user have codes of their own", () => {
  const of = (types: string) => `urn:pulumi:dev::kecs::${types}command:local:Command::x`;
  const codes = ["kecs:ecs:Image$", "kecs:instance:KecsInstance$", ""].map(
    (types) => one(said(ran("no\n"), of(types)))[0]?.code,
  );
  expect(codes).toEqual(["KECS3009", "KECS3004", "KECS3003"]);
});

test("a build that failed shows its last lines", () => {
  const urn = "urn:pulumi:dev::kecs::kecs:ecs:Image$docker:index/image:Image::app";
  const other = urn.replace("::app", "::other");
  const lines = Array.from({ length: 30 }, (_, i) =>
    said(`#9 0.${i} step ${i}<{%reset%}>`, urn, "info"),
  );
  const [issue, ...others] = one(
    said("#1 of another", other, "info"),
    ...lines,
    said("#9 \u001b[31mnpm ERR! missing\u001b[0m\n", urn, "info"),
    said('failed to solve: process "/bin/sh -c npm ci" did not complete: exit code: 1', urn),
    said("update failed"),
  );
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: "KECS3009", path: 'Image("app")' });
  const [head, title, ...quoted] = issue?.message.split("\n") ?? [];
  expect(head).toBe(
    'the image could not be built: failed to solve: process "/bin/sh -c npm ci" did not complete: exit code: 1',
  );
  expect(title).toBe("  last lines of the build:");
  expect(quoted).toHaveLength(20);
  expect(quoted.at(-1)).toBe("  | #9 npm ERR! missing");
});

test("an uncoded failure beside a coded one is not dropped, what follows from them is", () => {
  const issues = one(
    said("error KECS3007: web: the deployment failed"),
    said("Service is invalid: spec.ports: Required value", URN.replace("sample", "other")),
    said("failed to register new resource x: 14 UNAVAILABLE: resource monitor shut down"),
    said("an unhandled error occurred: Program exited with non-zero exit code: 1"),
    said("update failed"),
  );
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ["KECS3007", "the deployment failed"],
    ["KECS3003", "Service is invalid: spec.ports: Required value"],
  ]);
});

test("an exception of the user's program shows where in the program it was", () => {
  const [issue] = one(
    said(
      [
        "Running program '/x/index.ts' failed with an unhandled exception:",
        "TypeError: alb.urls is not iterable",
        "    at Object.<anonymous> (/x/index.ts:7:3)",
        "    at Module._compile (node:internal/modules/cjs/loader:1:2)",
        "    at run (/x/node_modules/@pulumi/pulumi/cmd/run/run.js:1:2)",
      ].join("\n"),
    ),
  );
  expect(issue?.message.split("\n")).toEqual([
    "Running program '/x/index.ts' failed with an unhandled exception:",
    "TypeError: alb.urls is not iterable",
    "    at Object.<anonymous> (/x/index.ts:7:3)",
  ]);
});

test("a long text is cut", () => {
  const [issue] = one(said(Array.from({ length: 50 }, () => "x".repeat(1000)).join("\n")));
  expect(issue?.message.split("\n")).toHaveLength(7);
  expect(issue?.message.length).toBeLessThan(2500);
});

test.each([
  [
    "getting secrets manager: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or",
    /has none for .* earlier versions of KECS used the empty one: export PULUMI_CONFIG_PASSPHRASE=''$/,
  ],
  [
    "failed to decrypt: incorrect passphrase, please set PULUMI_CONFIG_PASSPHRASE to",
    /or unset it$/,
  ],
])("what to do about a passphrase is said: %s", (text, hint) => {
  const [issue] = one(said(text));
  expect(issue?.code).toBe("KECS3003");
  expect(issue?.hint).toMatch(hint);
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
