import fc from "fast-check";

import { answer } from "../../../../api/wire/answer";
import type { WireRequest } from "../../../../api/wire/protocol/protocol";
import {
  CREATE_LISTENER,
  jsonRequest,
  queryRequest,
  signature,
} from "../../../helpers/api/wireRequests";

/* Whatever is sent: an answer in the protocol's own form, and never a fault of ours. */

const RUNS = 20_000;

const TASK_DEFINITION = {
  family: "web",
  cpu: "256",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx",
      essential: true,
      portMappings: [{ containerPort: 80, protocol: "tcp" }],
      environment: [{ name: "A", value: "b" }],
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "web" } },
    },
  ],
  tags: [{ key: "a", value: "b" }],
};

const REQUESTS: readonly WireRequest[] = [
  jsonRequest("ecs", "RegisterTaskDefinition", TASK_DEFINITION),
  jsonRequest("ecs", "CreateService", { serviceName: "web", desiredCount: 3, tags: [] }),
  jsonRequest("logs", "GetLogEvents", { logStreamName: "a", startTime: 1, startFromHead: true }),
  jsonRequest("acm", "ImportCertificate", { Certificate: "AAAA", PrivateKey: "AAAA" }),
  queryRequest(CREATE_LISTENER),
  queryRequest(
    "Action=CreateRule&Version=2015-12-01&ListenerArn=arn&Priority=1" +
      "&Conditions.member.1.Field=path-pattern&Conditions.member.1.PathPatternConfig.Values.member.1=%2Fa" +
      "&Actions.member.1.Type=forward&Actions.member.1.TargetGroupArn=a&Tags.member.1.Key=a",
  ),
  queryRequest("Action=GetCallerIdentity&Version=2011-06-15", {}, "sts"),
];

const NAMES = ["__proto__", "constructor", "toString", "length", "member", "a.b", "", "é\u0000"];
const JUNK = [
  "null", "true", "-1", "1.5", "1e400", "9007199254740993", '"x"', '"\\ud800"', "[]", "{}", "[null]",
  '{"__proto__":{"polluted":1}}', '{"__type":"x"}', "[".repeat(40) + "]".repeat(40), "}", '"',
]; // prettier-ignore
const FORMS = [
  "&Tags.member.3.Key=a", "&Tags.member.1e9.Key=a", "&Tags=x", "&Tags.member=x", "&Tags.entry.1=a",
  "&Port=1e1", "&Port=0x50", "&Port=", "&Port=99999999999", "&=", "&a", "&%", "&%00=1", "&__proto__=1",
  "&constructor.prototype.polluted=1", "&__proto__.polluted=1", "&Port.member.1=1", "&Action=X",
  "&DefaultActions.member.1=x", "&DefaultActions.member.__proto__.Type=x", "&Subnets.member.-1=a",
]; // prettier-ignore

const CODED = /^(<ErrorResponse.*<Code>\w+<\/Code>|\{"__type":"\w+")/s;

type Mutation = (request: WireRequest) => WireRequest;

const withBody =
  (change: (text: string) => string | Buffer): Mutation =>
  (request) => ({
    ...request,
    body: Buffer.from(change(request.body.toString("latin1")) as string, "latin1"),
  });
const withHeader =
  (name: string, value: string | undefined): Mutation =>
  (request) => ({ ...request, headers: { ...request.headers, [name]: value } });
/** The `at`-th place of what a pattern finds, counted round. */
const replaceOne = (text: string, pattern: RegExp, at: number, by: string): string => {
  const found = [...text.matchAll(pattern)];
  const one = found[at % Math.max(found.length, 1)];
  if (one === undefined) return text + by;
  return text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
};

const place = fc.nat(2_000);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map((at) => withBody((text) => text.slice(0, at % (text.length + 1)))),
  fc
    .tuple(place, fc.string({ unit: "binary", maxLength: 4 }))
    .map(([at, more]) =>
      withBody(
        (text) => text.slice(0, at % (text.length + 1)) + more + text.slice(at % (text.length + 1)),
      ),
    ),
  fc
    .tuple(place, fc.constantFrom(...JUNK))
    .map(([at, junk]) =>
      withBody((text) => replaceOne(text, /"[^"]*"(?!:)|\d+|true|=[^&]*/g, at, junk)),
    ),
  fc
    .tuple(place, fc.constantFrom(...NAMES))
    .map(([at, name]) =>
      withBody((text) => replaceOne(text, /"[A-Za-z]+"(?=:)/g, at, JSON.stringify(name))),
    ),
  fc.constantFrom(...FORMS).map((form) => withBody((text) => text + form)),
  fc
    .tuple(place, fc.constantFrom("", ".member", ".a", "..", ".99999999999", ".0"))
    .map(([at, part]) => withBody((text) => replaceOne(text, /\.\w+/g, at, part))),
  fc
    .constantFrom(
      ["content-type", "text/plain"],
      ["content-type", undefined],
      ["content-type", "application/json"],
      ["x-amz-target", "."],
      ["x-amz-target", "AmazonEC2ContainerServiceV20141113.__proto__"],
      ["x-amz-target", undefined],
      ["authorization", undefined],
      ["authorization", "AWS4-HMAC-SHA256 Credential=////"],
      ["authorization", signature("hasOwnProperty")],
      ["authorization", signature("ecs")],
      ["authorization", signature("elasticloadbalancing")],
    )
    .map(([name, value]) => withHeader(name, value)),
  fc
    .constantFrom("GET", "HEAD", "PUT", "TRACE")
    .map((method): Mutation => (request) => ({ ...request, method })),
  fc
    .constantFrom("/x", "//", "/?Action=X", "/?%", "*", "")
    .map((path): Mutation => (request) => ({ ...request, path })),
);

it(`answers ${RUNS} malformed requests with a code each`, async () => {
  const calls: unknown[] = [];
  let refused = 0;
  const destinations = {
    handle: (call: unknown) => ({ calls: calls.push(call) }),
    onError: (error: unknown) => {
      throw error;
    },
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...REQUESTS),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (request, mutations) => {
        const before = calls.length;
        const malformed = mutations.reduce((changed, mutate) => mutate(changed), request);
        const { status, body } = await answer(malformed, destinations, "id");
        if (calls.length > before && status === 200) return;
        refused += 1;
        if (status < 400 || status > 499 || !CODED.test(body as string)) {
          throw new Error(`${status} ${body as string}`);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(refused).toBeGreaterThan(RUNS / 2);
  expect(calls.length).toBeGreaterThan(RUNS / 20);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
