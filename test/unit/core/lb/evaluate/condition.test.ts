import { firstFailed, holds } from "../../../../../core/lb/evaluate/condition";
import { normalizeRequest } from "../../../../../core/lb/request/normalizedRequest";
import type { Attributes, Condition, Request } from "../../../../../core/lb/model";
import { headerIs, listener, loadBalancer, paths, request } from "../../../../helpers/routing";

function received(more: Partial<Request>, attributes: Partial<Attributes> = {}) {
  const shop = loadBalancer("shop", [listener()], { attributes });
  const reached = { loadBalancer: shop, listener: listener(), host: "shop.elb.localhost" };
  return normalizeRequest(reached, request(more));
}

const method: Condition = { field: "http-request-method", values: ["GET", "PURGE-ALL"] };
const inside: Condition = { field: "source-ip", values: ["10.0.0.0/8", "2001:db8::/32"] };
const host: Condition = { field: "host-header", values: ["*.test"], regexValues: ["^t-[a-z]+$"] };
const query: Condition = {
  field: "query-string",
  values: [{ key: "v", value: "1" }, { value: "z" }],
};
const path: Condition = { field: "path-pattern", values: [], regexValues: ["^/v[0-9]+/(a|b)$"] };
const part: Condition = { field: "path-pattern", values: [], regexValues: ["b"] };
const version: Condition = {
  field: "http-header",
  name: "X-Ver",
  values: [],
  regexValues: ["^2\\."],
};

test.each<[Condition, Partial<Request>, boolean]>([
  [method, { method: "PURGE-ALL" }, true],
  [method, { method: "get" }, false],
  [method, { method: "HEAD" }, false],
  [host, { host: "A.TEST:80" }, true],
  [host, { host: "T-ABC" }, true],
  [host, { host: "t-9" }, false],
  [path, { target: "/v12/a?x" }, true],
  [path, { target: "/v12/a/" }, false],
  [part, { target: "/abc" }, true],
  [part, { target: "/ABC" }, false],
  [version, { headers: [["x-ver", "2.41"]] }, true],
  [version, { headers: [["X-Ver", "1"]] }, false],
  [query, { target: "/?V=1" }, true],
  [query, { target: "/?a=Z" }, true],
  [query, { target: "/?v=2" }, false],
  [query, { target: "/" }, false],
  [
    headerIs("X-A", "v?"),
    {
      headers: [
        ["X-A", "x"],
        ["x-a", "V1"],
      ],
    },
    true,
  ],
  [headerIs("X-A", "v1"), { headers: [["X-A", "v0, v1"]] }, false],
  [headerIs("X-A", "*"), {}, false],
  [headerIs("Host", "*"), { headers: [["Host", "a.test"]] }, false],
  [headerIs("X-Forwarded-Proto", "http"), { headers: [["X-Forwarded-Proto", "https"]] }, true],
  [headerIs("X-Real-Ip", "*"), { headers: [["X-Real-Ip", "1.1.1.1"]] }, false],
  [inside, {}, true],
  [inside, { sourceIp: "11.0.0.1" }, false],
  [inside, { sourceIp: "2001:db8::1" }, true],
])("%j of %j: %s", (condition, sent, expected) => {
  expect(holds(condition, received(sent))).toBe(expected);
});

test.each([
  ["192.168.7.1", "192.168.7.1"],
  ["10.1.2", "10.42.0.1"],
])("lets %s stand in as %s, where the load balancer allows it", (sent, expected) => {
  const headers = [["x-kecs-source-ip", sent]] as const;
  expect(received({ headers }, { simulateSourceIp: true }).sourceIp).toBe(expected);
  expect(received({ headers }).sourceIp).toBe("10.42.0.1");
});

test("drops invalid header names before any rule sees them", () => {
  const headers = [["X_Under", "1"]] as const;
  expect(holds(headerIs("X_Under", "1"), received({ headers }))).toBe(true);
  const dropping = { dropInvalidHeaderFields: true };
  expect(holds(headerIs("X_Under", "1"), received({ headers }, dropping))).toBe(false);
});

test("names the first condition that fails, and all that it was compared with", () => {
  const sent = received({
    target: "/?a=1&b=2",
    headers: [
      ["X-A", "1"],
      ["X-A", "2"],
    ],
  });
  expect(firstFailed([paths("/"), headerIs("X-A", "3"), method], sent)).toEqual({
    index: 1,
    condition: headerIs("X-A", "3"),
    received: ["1", "2"],
  });
  expect(firstFailed([query], sent)).toMatchObject({ received: ["a=1", "b=2"] });
  expect(firstFailed([host], sent)).toMatchObject({ received: ["shop.elb.localhost"] });
  expect(firstFailed([paths("/")], sent)).toBeUndefined();
});
