import { join } from "node:path";
import { loadCases, readCases } from "../../conformance/caseFile";

const FILE = join(__dirname, "..", "..", "conformance", "cases.yaml");

const fixtures = `
fixtures:
  one:
    albs: []
    targetGroups: {}
`;

function file(...cases: string[]): string {
  return `version: 1\n${fixtures}\ncases:\n${cases.map((one) => `- ${one}\n`).join("")}`;
}

function oneCase(fields: string, id = "X-01"): string {
  return `{id: ${id}, feature: f, title: t, given: one, achievable: 'yes', source: s, ${fields}}`;
}

const REQUEST = "request: {port: 80, host: a.test, path: /}";

test("reads the cases of this repository", () => {
  const { cases, fixtures: all } = loadCases(FILE);
  expect(cases.length).toBeGreaterThan(190);
  expect(Object.keys(all)).toContain("prio");
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(["runtime", "described"]));
});

test("fills in what a request leaves out", () => {
  const { cases } = readCases(file(oneCase(`${REQUEST}, expect: {status: 200}`)));
  expect(cases).toMatchObject([
    {
      kind: "runtime",
      repeat: 1,
      request: {
        port: 80,
        host: "a.test",
        path: "/",
        method: "GET",
        headers: [],
        tls: false,
        http: "1.1",
        http2: false,
        websocket: false,
      },
    },
  ]);
});

test.each([
  [
    "{X-A: '1', X-B: 2}",
    [
      ["X-A", "1"],
      ["X-B", "2"],
    ],
  ],
  [
    "{X-A: ['1', '2']}",
    [
      ["X-A", "1"],
      ["X-A", "2"],
    ],
  ],
  [
    "[[X-A, '1'], [X-A, '2']]",
    [
      ["X-A", "1"],
      ["X-A", "2"],
    ],
  ],
])("reads headers %s as a list", (headers, expected) => {
  const request = `request: {port: 80, host: null, path: /, headers: ${headers}}`;
  const { cases } = readCases(file(oneCase(`${request}, expect: {}`)));
  expect(cases).toMatchObject([{ request: { headers: expected } }]);
});

test("writes long texts out", () => {
  const request = "request: {port: 80, host: null, path: {prefix: /, repeat: ab, count: 3}}";
  const body = "expect: {body: {repeat: x, count: 4}}";
  const { cases } = readCases(file(oneCase(`${request}, ${body}`)));
  expect(cases).toMatchObject([{ request: { path: "/ababab" }, expect: { body: "xxxx" } }]);
});

test.each([
  [
    "an unknown key of a case",
    oneCase(`${REQUEST}, expect: {}, hope: 1`),
    'X-01: unknown key "hope"',
  ],
  [
    "an unknown key of expect",
    oneCase(`${REQUEST}, expect: {stats: 1}`),
    'X-01, expect: unknown key "stats"',
  ],
  [
    "an unknown key of a request",
    oneCase("request: {port: 80, host: null, path: /, verb: GET}, expect: {}"),
    'X-01, request: unknown key "verb"',
  ],
  [
    "an expectation of another feature",
    oneCase(`${REQUEST}, expect: {refused: null}`),
    'X-01, expect: unknown key "refused"',
  ],
  [
    "a request that forgot its Host",
    oneCase("request: {port: 80, path: /}, expect: {}"),
    "host: null",
  ],
  [
    "a request without a port",
    oneCase("request: {host: null, path: /}, expect: {}"),
    "needs a port",
  ],
  ["a case without expectations", oneCase(REQUEST), "X-01 has no expect"],
  [
    "an unknown fixture",
    oneCase(`${REQUEST}, expect: {}`).replace("given: one", "given: two"),
    '"two"',
  ],
])("rejects %s", (_, text, message) => {
  expect(() => readCases(file(text))).toThrow(message);
});

test("rejects two cases of one id, and another version", () => {
  const text = oneCase(`${REQUEST}, expect: {}`);
  expect(() => readCases(file(text, text))).toThrow("X-01 is there twice");
  expect(() => readCases("version: 2\ncases: []\n")).toThrow("version 2 is not 1");
});
