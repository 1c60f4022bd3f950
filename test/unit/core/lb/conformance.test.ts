import { join } from "node:path";
import { evaluate } from "../../../../core/lb/evaluate/evaluate";
import type { ForwardAnswer } from "../../../../core/lb/actions/answer";
import type { Evaluation } from "../../../../core/lb/evaluate/evaluation";
import { valuesOf, type Headers } from "../../../../core/lb/request/header";
import type { Request } from "../../../../core/lb/model";
import { loadCases, type CaseRequest, type Expectation } from "../../../conformance/caseFile";
import { fixtureModel, PORTS_OF_THE_FILES } from "../../../conformance/fixtureModel";

const { cases, fixtures } = loadCases(
  join(__dirname, "..", "..", "..", "conformance", "cases.yaml"),
);

/** Runtime cases about what only a running load balancer shows, and why. */
const UNDECIDED: Readonly<Record<string, string>> = {
  "STK-02": "which target a cookie keeps to is up to the target that gave it",
  "STK-04": "a second cookie is a matter of what runs",
  "STK-05": "whether a cookie is renewed is a matter of what runs",
  "HLT-02": "that the target refuses connections is no part of the model",
  "HLT-04": "how long a target takes is no part of the model",
  "HLT-06": "what a target answers is no part of the model",
  "HLT-08": "what a target answers is no part of the model",
};

/** Cases where AWS answers otherwise, with what a request meets here. */
const LOCALLY: Readonly<Record<string, Expectation>> = {
  "PATH-25": { status: 200, target: "echo-2", url: "/img/~x" },
};

const runtime = cases.filter((one) => one.kind === "runtime");
const decided = runtime.filter(({ id }) => UNDECIDED[id] === undefined);

test("leaves out these runtime cases and no others", () => {
  expect(runtime.map(({ id }) => id).filter((id) => UNDECIDED[id] !== undefined)).toEqual([
    ...["STK-02", "STK-04", "STK-05", "HLT-02", "HLT-04", "HLT-06", "HLT-08"],
  ]);
  expect(decided.filter(({ achievable }) => achievable === "no").map(({ id }) => id)).toEqual(
    Object.keys(LOCALLY),
  );
});

test.each(decided.map((one) => [one.id, one.title, one] as const))("%s %s", (_id, _title, one) => {
  const { loadBalancers, targets } = modelOf(one.given);
  const evaluation = evaluate(loadBalancers, requestOf(one.request));
  const expected = LOCALLY[one.id] ?? one.expect;
  expect(asExpected(evaluation, targets, expected)).toEqual(comparable(expected));
});

function modelOf(given: string) {
  const fixture = fixtures[given];
  if (fixture === undefined) throw new Error(`no fixture ${given}`);
  return fixtureModel(given, fixture, PORTS_OF_THE_FILES);
}

function requestOf(sent: CaseRequest): Request {
  const { host, path, method, tls } = sent;
  return {
    localPort: PORTS_OF_THE_FILES(sent.port).localPort,
    tls,
    version: sent.http2 ? "2" : sent.http,
    method,
    ...(host === null ? {} : { host }),
    target: path,
    headers: [
      ...sent.headers,
      ...(sent.websocket
        ? ([
            ["Connection", "Upgrade"],
            ["Upgrade", "websocket"],
          ] as const)
        : []),
    ],
    sourceIp: "127.0.0.1",
  };
}

/** The expectation without what only a target can answer. */
function comparable(expected: Expectation): Partial<Record<keyof Expectation, unknown>> {
  const { echo, trailers, ...rest } = expected;
  const cookies = rest.setCookie === undefined ? {} : { setCookie: rest.setCookie.toSorted() };
  const status = echo === true || trailers !== undefined ? { status: 200 } : {};
  return { ...rest, ...cookies, ...status };
}

/** What an evaluation says about each thing that is expected; where it agrees, in its words. */
function asExpected(
  { answer }: Evaluation,
  targets: Readonly<Record<string, readonly string[]>>,
  expected: Expectation,
): Partial<Record<keyof Expectation, unknown>> {
  const said: Partial<Record<keyof Expectation, unknown>> = {};
  const keys = Object.keys(comparable(expected)) as (keyof Expectation)[];
  const shares = answer.type === "forward" ? sharesOf(answer, targets) : {};
  const seen = answer.type === "forward" ? answer.request : { url: undefined, headers: [] };
  for (const key of keys) {
    said[key] = read(key);
  }
  return said;

  function read(key: keyof Expectation): unknown {
    switch (key) {
      case "status":
        if (answer.type === "response") return answer.status;
        return Object.keys(shares).join() === "503" ? 503 : 200;
      case "target":
        return Object.keys(shares).join() || null;
      case "distribution":
        return shares;
      case "location":
        return answer.type === "response" ? answer.headers["Location"] : undefined;
      case "body":
        return answer.type === "response" ? answer.body : undefined;
      case "responseHeaders":
        return answer.type === "response"
          ? agreeing(expected[key] ?? {}, (name) => valuesOf(Object.entries(answer.headers), name))
          : undefined;
      case "url":
        return seen.url;
      case "targetHeaders":
        return agreeing(expected[key] ?? {}, (name) => valuesOf(seen.headers, name));
      case "targetHeadersMatch":
        return matching(expected[key] ?? {}, seen.headers);
      case "targetHeadersAbsent":
        return expected[key]?.filter((name) => valuesOf(seen.headers, name).length === 0);
      case "targetHeadersAny":
        return anyOf(expected[key] ?? [], seen.headers);
      case "setCookie":
        return answer.type === "forward" ? cookiesOf(answer) : [];
      case "echo":
      case "trailers":
      case "sticky":
        throw new Error(`the model does not decide ${key}`);
    }
  }
}

function sharesOf(
  { targetGroups }: ForwardAnswer,
  targets: Readonly<Record<string, readonly string[]>>,
): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const { name, share } of targetGroups.filter((group) => group.share > 0)) {
    const members = targets[name] ?? [];
    const answers = members.length === 0 ? ["503"] : members;
    for (const target of answers) shares[target] = (shares[target] ?? 0) + share / answers.length;
  }
  return shares;
}

function agreeing(
  expected: Readonly<Record<string, string>>,
  values: (name: string) => readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.keys(expected).map((name) => [name, values(name).map(example).join(" | ")]),
  );
}

/** The expressions that hold; for those that do not, what they were compared with. */
function matching(expected: Readonly<Record<string, string>>, headers: Headers) {
  return Object.fromEntries(
    Object.entries(expected).map(([name, expression]) => {
      const value = valuesOf(headers, name).map(example).join(" | ");
      return [name, new RegExp(expression).test(value) ? expression : value];
    }),
  );
}

function anyOf(expected: Expectation["targetHeadersAny"] & object, headers: Headers): unknown {
  const wanted: readonly (readonly [string, string?])[] = isList(expected)
    ? expected.map((name) => [name] as const)
    : Object.entries(expected);
  const holds = wanted.some(([name, value]) => {
    const values = valuesOf(headers, name);
    return value === undefined ? values.length > 0 : values.includes(value);
  });
  return holds ? expected : "none of them";
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function cookiesOf({ cookie, targetGroups }: ForwardAnswer): string[] {
  const ofGroups = targetGroups.flatMap((group) => group.cookie ?? []);
  return [...(cookie === undefined ? [] : [cookie]), ...new Set(ofGroups)].toSorted();
}

/** A value with something possible in the place of what nobody can foretell. */
function example(value: string): string {
  return value
    .replace("<new trace id>", "1-65f1a2b3-0123456789abcdef01234567")
    .replace("<client port>", "40000")
    .replace("<TLS version>", "TLSv1.3")
    .replace("<cipher suite>", "TLS_AES_128_GCM_SHA256");
}
