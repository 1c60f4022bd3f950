import fc from "fast-check";
import type { ConditionValues } from "../../core/lb/conditions/kinds";
import type { ActionValues } from "../../core/lb/actions/values";
import { targetGroupArn } from "../../core/arn";
import { CONNECTION } from "./samples";

/** A fragment that is valid somewhere, or any text. */
function text(...likely: string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 140 }) },
  );
}

/** A list of what AWS may or may not take. */
function some<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength: 3 });
}

const patterns = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ values: some(value) }),
    fc.record({ regexValues: some(text("^/a", "a(?=b)", "[", "x{1000}")) }),
    fc.record({ values: some(value), regexValues: some(value) }),
  );

/** Any condition of the shape that the types allow. */
export const anyCondition: fc.Arbitrary<ConditionValues> = fc.oneof(
  fc.record({ hostHeader: patterns(text("a.test", "*.a.test", "localhost", "A.TEST")) }),
  fc.record({ pathPattern: patterns(text("/*", "/a?", "/sp ace", "/\n")) }),
  fc
    .tuple(text("X-A", "Host", "X-*"), patterns(text("1", "*b*")))
    .map(([httpHeaderName, rest]) => ({ httpHeader: { httpHeaderName, ...rest } })),
  fc.record({ httpRequestMethod: fc.record({ values: some(text("GET", "get", "*")) }) }),
  fc.record({
    queryStrings: some(
      fc.record({ key: text("k", "k*", ""), value: text("v", "\\*") }, { requiredKeys: ["value"] }),
    ),
  }),
  fc.record({ sourceIp: fc.record({ values: some(text("10.0.0.0/8", "::/0", "10.0.0.1")) }) }),
  fc.constant({}),
);

const arn = text(...["a", "b", "c"].map((name) => targetGroupArn(CONNECTION, name)));
const anyNumber = fc.oneof(fc.integer({ min: -1, max: 1001 }), fc.double());

const forward = fc.record(
  {
    targetGroups: some(fc.record({ arn, weight: anyNumber }, { requiredKeys: ["arn"] })),
    stickiness: fc.record({ enabled: fc.boolean(), duration: anyNumber }, { requiredKeys: [] }),
  },
  { requiredKeys: ["targetGroups"] },
);
const redirect = fc.record(
  {
    statusCode: text("HTTP_301", "HTTP_302", "301"),
    protocol: text("HTTPS", "#{protocol}", "tcp"),
    host: text("#{host}", "a.test", "*"),
    port: text("443", "#{port}", "0"),
    path: text("/#{path}", "/a", "a"),
    query: text("#{query}", "", "?"),
  },
  { requiredKeys: ["statusCode"] },
);
const fixedResponse = fc.record(
  {
    statusCode: text("200", "503", "301"),
    contentType: text("text/plain", "image/png"),
    messageBody: fc.string({ unit: "binary", maxLength: 1100 }),
  },
  { requiredKeys: ["statusCode"] },
);
const type = text("forward", "redirect", "fixed-response", "authenticate-oidc");

/** Any action of the shape that the types allow, more often than not with the fields of its type. */
export const anyAction: fc.Arbitrary<ActionValues> = fc.oneof(
  fc.record({ type: fc.constant("forward"), targetGroupArn: arn }),
  fc.record({ type: fc.constant("forward"), forward }),
  fc.record({ type: fc.constant("redirect"), redirect }),
  fc.record({ type: fc.constant("fixed-response"), fixedResponse }),
  fc.record(
    { type, order: anyNumber, targetGroupArn: arn, forward, redirect, fixedResponse },
    { requiredKeys: ["type"] },
  ),
);
