import { refusalOf } from "../../../../../core/lb/evaluate/malformed";
import type { Request } from "../../../../../core/lb/model";
import { namelessRequest, request } from "../../../../helpers/routing";

test.each<[string, Partial<Request>]>([
  ["a plain request", {}],
  ["a custom method", { method: "PURGE-ALL" }],
  ["an empty host", { host: "" }],
  ["an IPv6 address as the host", { host: "[::1]:80" }],
  ["a % in the query", { target: "/?a=%" }],
  ["a whole URL", { target: "http://a.test/" }],
  ["the asterisk of OPTIONS", { method: "OPTIONS", target: "*" }],
  [
    "the same length twice",
    {
      headers: [
        ["Content-Length", "3"],
        ["content-length", "3"],
      ],
    },
  ],
  ["a chunked body", { headers: [["Transfer-Encoding", "Chunked"]] }],
  [
    "an unknown coding that HTTP/1.0 does not read",
    { version: "1.0", headers: [["Transfer-Encoding", "x"]] },
  ],
  ["an underscore in a header name", { headers: [["X_A", "1"]] }],
])("takes %s", (_, more) => {
  expect(refusalOf(request(more))).toBeUndefined();
});

test.each<[Partial<Request>, number, string]>([
  [{ method: "G T" }, 400, '"G T" is no method'],
  [{ host: "a/b" }, 400, '"a/b" is no host'],
  [{ target: "?a=1" }, 400, '"?a=1" is no path'],
  [{ target: "/a%zz" }, 400, "a % in the path begins no escape"],
  [{ headers: [["X A", "1"]] }, 400, '"X A" is no header name'],
  [
    {
      headers: [
        ["Content-Length", "3"],
        ["Content-Length", "4"],
      ],
    },
    400,
    "two Content-Length headers differ",
  ],
  [{ headers: [["Content-Length", "+3"]] }, 400, "Content-Length is no number"],
  [{ headers: [["Transfer-Encoding", "gzip"]] }, 501, 'the Transfer-Encoding "gzip" is not known'],
  [
    {
      headers: [
        ["Transfer-Encoding", "chunked"],
        ["Transfer-Encoding", "chunked"],
      ],
    },
    501,
    'the Transfer-Encoding "chunked, chunked" is not known',
  ],
])("refuses %j with %s: %s", (more, status, reason) => {
  expect(refusalOf(request(more))).toEqual({ status, reason });
});

test("asks HTTP/1.1 for a host, and HTTP/1.0 for none", () => {
  const nameless = namelessRequest();
  expect(refusalOf(nameless)).toBeUndefined();
  expect(refusalOf({ ...nameless, version: "1.1" })).toEqual({
    status: 400,
    reason: "HTTP/1.1 needs a Host header",
  });
});
