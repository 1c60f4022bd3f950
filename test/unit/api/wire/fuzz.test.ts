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
const RUNS_OF_A_SEED = 500;

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
  queryRequest(
    "Action=DescribeSubnets&Version=2016-11-15&Filter.1.Name=vpc-id&Filter.1.Value.1=a&SubnetId.1=b&DryRun=false",
    {},
    "ec2",
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

const PARTS = ["", ".member", ".a", "..", ".99999999999", ".0"];

const CODED = /^(<(Error)?Response.*<Code>\w+<\/Code>|\{"__type":"\w+")/s;

type Mutation = (request: WireRequest) => WireRequest;
/** A number below another. */
type Draw = (below: number) => number;

const withBody =
  (change: (text: string) => string): Mutation =>
  (request) => ({
    ...request,
    body: Buffer.from(change(request.body.toString("latin1")), "latin1"),
  });
const withHeader =
  (name: string, value: string | undefined): Mutation =>
  (request) => ({ ...request, headers: { ...request.headers, [name]: value } });

const oneOf = <T>(draw: Draw, values: readonly T[]): T => values[draw(values.length)] as T;

/** Puts a text in the place of one that a pattern finds. */
function replaceOne(draw: Draw, text: string, pattern: RegExp, by: string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text + by;
  const { index, 0: old } = oneOf(draw, found);
  return text.slice(0, index) + by + text.slice(index + old.length);
}

const HEADERS: readonly (readonly [string, string | undefined])[] = [
  ["content-type", "text/plain"],
  ["content-type", undefined],
  ["content-type", "application/json"],
  ["x-amz-target", "."],
  ["x-amz-target", "AmazonEC2ContainerServiceV20141113.__proto__"],
  ["x-amz-target", undefined],
  ["authorization", undefined],
  ["authorization", "AWS4-HMAC-SHA256 Credential=////"],
  ...["hasOwnProperty", "ec2", "ecs", "elasticloadbalancing"].map(
    (service) => ["authorization", signature(service)] as const,
  ),
];

const MUTATIONS: readonly ((draw: Draw) => Mutation)[] = [
  (draw) => withBody((text) => text.slice(0, draw(text.length + 1))),
  (draw) =>
    withBody((text) => {
      const at = draw(text.length + 1);
      return text.slice(0, at) + String.fromCharCode(draw(256)) + text.slice(at + draw(2));
    }),
  (draw) =>
    withBody((text) => replaceOne(draw, text, /"[^"]*"(?!:)|\d+|true|=[^&]*/g, oneOf(draw, JUNK))),
  (draw) =>
    withBody((text) =>
      replaceOne(draw, text, /"[A-Za-z]+"(?=:)/g, JSON.stringify(oneOf(draw, NAMES))),
    ),
  (draw) => withBody((text) => text + oneOf(draw, FORMS)),
  (draw) => withBody((text) => replaceOne(draw, text, /\.\w+/g, oneOf(draw, PARTS))),
  (draw) => withHeader(...oneOf(draw, HEADERS)),
  (draw) => (request) => ({ ...request, method: oneOf(draw, ["GET", "HEAD", "PUT", "TRACE"]) }),
  (draw) => (request) => ({
    ...request,
    path: oneOf(draw, ["/x", "//", "/?Action=X", "/?%", "*"]),
  }),
];

/** Always the same numbers for a seed: Marsaglia's xorshift. */
function drawFrom(seed: number): Draw {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

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
    fc.asyncProperty(fc.integer(), async (seed) => {
      const draw = drawFrom(seed);
      for (let run = 0; run < RUNS_OF_A_SEED; run += 1) {
        const before = calls.length;
        let request = oneOf(draw, REQUESTS);
        for (let left = 1 + draw(3); left > 0; left -= 1)
          request = oneOf(draw, MUTATIONS)(draw)(request);
        const { status, body } = await answer(request, destinations, "id");
        if (calls.length > before && status === 200) continue;
        refused += 1;
        if (status < 400 || status > 499 || !CODED.test(body as string)) {
          throw new Error(`run ${run}: ${status} ${body as string}`);
        }
      }
    }),
    { numRuns: RUNS / RUNS_OF_A_SEED, endOnFailure: true },
  );
  expect(refused).toBeGreaterThan(RUNS / 2);
  expect(calls.length).toBeGreaterThan(RUNS / 20);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
