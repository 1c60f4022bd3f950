import type { ActionContext } from "../../../../../../core/lb/actions/context";
import { validateRedirect } from "../../../../../../core/lb/actions/redirect/validate";
import type { RedirectValues } from "../../../../../../core/lb/actions/values";
import { brief, only } from "../../../../../helpers/issues";

const check = (values: Partial<RedirectValues>, context: ActionContext = {}) =>
  brief(validateRedirect({ statusCode: "HTTP_301", ...values }, "r", context));
const http: ActionContext = { listener: { protocol: "HTTP", port: 80 } };
const https: ActionContext = { listener: { protocol: "HTTPS", port: 443 } };
const long = (length: number) => "a".repeat(length);

test.each<[string, Partial<RedirectValues>, ActionContext?]>([
  ["HTTP to HTTPS", { protocol: "HTTPS", port: "443" }, http],
  ["HTTP to HTTP on another port", { protocol: "HTTP", port: "81" }, http],
  ["HTTPS to HTTPS on another host", { protocol: "HTTPS", host: "a.test" }, https],
  ["a temporary redirect", { statusCode: "HTTP_302", path: "/a" }],
  ["the lowest port", { port: "1" }],
  ["the highest port", { port: "65535" }],
  ["the port of the request", { port: "#{port}", path: "/a" }],
  ["a part of the host", { host: "new.#{host}" }],
  ["a host of 128 characters", { host: long(128) }],
  ["every placeholder of a path", { path: "/#{host}/#{port}/#{path}" }],
  ["a path of 128 characters", { path: `/${long(127)}` }],
  [
    "every placeholder of a query",
    { path: "/a", query: "#{protocol}&#{host}&#{port}&#{path}&#{query}" },
  ],
  ["an empty query", { path: "/a", query: "" }],
  ["a query of 128 characters", { path: "/a", query: long(128) }],
])("accepts %s", (_, values, ...[context]) => {
  expect(check(values, context)).toEqual([]);
});

test.each<[string, Partial<RedirectValues>, string[], ActionContext?]>([
  ["nothing that changes", {}, ["KECS1020 r"]],
  ["a change of the query alone", { query: "a=1" }, ["KECS1020 r"]],
  [
    "defaults that are written out",
    { protocol: "#{protocol}", host: "#{host}", port: "#{port}", path: "/#{path}" },
    ["KECS1020 r"],
  ],
  ["the listener's own protocol and port", { protocol: "HTTP", port: "80" }, ["KECS1020 r"], http],
  ["HTTPS to HTTP", { protocol: "HTTP", host: "a.test" }, ["KECS1020 r.protocol"], https],
  ["a status of 307", { statusCode: "HTTP_307", path: "/a" }, ["KECS1008 r.statusCode"]],
  ["a status as a number", { statusCode: "301", path: "/a" }, ["KECS1008 r.statusCode"]],
  ["a protocol in small letters", { protocol: "https" }, ["KECS1008 r.protocol"]],
  ["port 0", { port: "0" }, ["KECS1011 r.port"]],
  ["port 70000", { port: "70000" }, ["KECS1011 r.port"]],
  ["port 65536", { port: "65536" }, ["KECS1011 r.port"]],
  ["a port with a leading zero", { port: "080" }, ["KECS1011 r.port"]],
  ["an empty host", { host: "" }, ["KECS1020 r.host"]],
  ["a host with a wildcard", { host: "*.a.test" }, ["KECS1020 r.host"]],
  ["a host with a port", { host: "a.test:80" }, ["KECS1020 r.host"]],
  ["a host of 129 characters", { host: long(129) }, ["KECS1020 r.host"]],
  ["the path inside of a host", { host: "#{path}.test" }, ["KECS1020 r.host"]],
  ["a path without a slash", { path: "a" }, ["KECS1020 r.path"]],
  ["a path of 129 characters", { path: `/${long(128)}` }, ["KECS1020 r.path"]],
  ["a line break in a path", { path: "/a\r\nb" }, ["KECS1020 r.path"]],
  ["the query inside of a path", { path: "/#{query}" }, ["KECS1020 r.path"]],
  ["a placeholder that AWS has not", { path: "/#{scheme}" }, ["KECS1020 r.path"]],
  ["an open placeholder", { path: "/#{path" }, ["KECS1020 r.path"]],
  ["a query with its question mark", { path: "/a", query: "?a" }, ["KECS1020 r.query"]],
  ["a query of 129 characters", { path: "/a", query: long(129) }, ["KECS1020 r.query"]],
  [
    "everything at once",
    { statusCode: "", protocol: "", host: "/", port: "", path: "", query: " " },
    [
      "KECS1008 r.statusCode",
      "KECS1008 r.protocol",
      "KECS1011 r.port",
      "KECS1020 r.host",
      "KECS1020 r.path",
      "KECS1020 r.query",
    ],
  ],
])("rejects %s", (_, values, expected, ...[context]) => {
  expect(check(values, context)).toEqual(expected);
});

test("names the placeholders that there are", () => {
  expect(only(validateRedirect({ statusCode: "HTTP_301", path: "/#{query}" }, "r", {}))).toEqual({
    code: "KECS1020",
    path: "r.path",
    message: '"#{query}" is not a placeholder for the path of a redirect',
    hint: "use #{host}, #{port}, #{path}",
    severity: "error",
  });
});
