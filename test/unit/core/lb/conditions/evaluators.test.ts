import { evaluatorOf } from "../../../../../core/lb/conditions/evaluators";
import { normalizeRequest } from "../../../../../core/lb/request/normalizedRequest";
import type { Condition, Request } from "../../../../../core/lb/model";
import { headerIs, listener, loadBalancer, paths, request } from "../../../../helpers/routing";

function hint(condition: Condition, more: Partial<Request>): string | undefined {
  const loaded = { loadBalancer: loadBalancer("shop", []), listener: listener(), host: "" };
  return evaluatorOf(condition).nearMiss(condition, normalizeRequest(loaded, request(more)));
}

const version: Condition = {
  field: "http-header",
  name: "X-A",
  values: [],
  regexValues: ["^beta$"],
};
const query: Condition = { field: "query-string", values: [{ key: "v", value: "one" }] };
const post: Condition = { field: "http-request-method", values: ["POST"] };
const inside: Condition = { field: "source-ip", values: ["192.0.2.0/24"] };
const host: Condition = { field: "host-header", values: ["*.shop.test"], regexValues: [] };

test.each<[Condition, Partial<Request>, string]>([
  [paths("/exact"), { target: "/exact/" }, "the path ends with a slash, the pattern does not"],
  [paths("/img/*"), { target: "/img" }, '"/img/*" needs a slash behind "/img"'],
  [paths("/Exact"), { target: "/exact" }, "paths are compared with case"],
  [
    paths("/other", "/api"),
    { target: "/api/users" },
    'a pattern covers the whole path; "/api*" would match',
  ],
  [
    headerIs("X-A", "prod"),
    { headers: [["X-A", "production"]] },
    'a pattern covers the whole value; "*prod*" would match',
  ],
  [
    headerIs("X-A", "prod"),
    { headers: [["X-A", "dev, prod"]] },
    'a list with commas is one value; "*prod*" would match',
  ],
  [
    version,
    { headers: [["X-A", "BETA"]] },
    "an expression is compared with case; (?i) in front turns that off",
  ],
  [query, { target: "/?v=one2" }, 'a pattern covers the whole value; "*one*" would match'],
  [query, { target: "/?w=one" }, 'the query has no parameter "v"'],
  [post, { method: "post" }, "methods are compared with case"],
  [host, { host: "shop.test" }, '"*.shop.test" does not cover "shop.test" itself'],
  [
    inside,
    {},
    "every client has the cluster's own address here; X-Kecs-Source-Ip can stand in for it",
  ],
])("%j of %j: %s", (condition, sent, expected) => {
  expect(hint(condition, sent)).toBe(expected);
});

test.each<[Condition, Partial<Request>]>([
  [paths("/a"), { target: "/b" }],
  [paths("/"), { target: "/b" }],
  [headerIs("X-A", "prod"), {}],
  [headerIs("X-A", "prod"), { headers: [["X-A", "dev"]] }],
  [version, { headers: [["X-A", "alpha"]] }],
  [query, { target: "/?v=two" }],
  [query, {}],
  [post, { method: "PUT" }],
  [host, { host: "other.test" }],
])("says nothing where much is missing: %j of %j", (condition, sent) => {
  expect(hint(condition, sent)).toBeUndefined();
});
