import {
  locationOf,
  type RedirectingListener,
} from "../../../../../../core/lb/actions/redirect/location";
import type { Redirect } from "../../../../../../core/lb/model";

const LISTENER: RedirectingListener = {
  protocol: "HTTP",
  port: 80,
  hosts: ["a.test", "*.shop.test", "b?.test"],
  neighbours: ["other.test"],
  portMap: { 80: 8080, 443: 8443 },
};
const SECURE = { ...LISTENER, protocol: "HTTPS", port: 443 } as const;
const SAME: Redirect = {
  type: "redirect",
  statusCode: 301,
  protocol: "#{protocol}",
  host: "#{host}",
  port: "#{port}",
  path: "/#{path}",
  query: "#{query}",
};
const REQUEST = { host: "a.test", path: "/x/y", query: "k=v" };

test.each<[string, Partial<Redirect>, string]>([
  ["keeps what is not named", {}, "http://a.test:8080/x/y?k=v"],
  [
    "leads to the local port of HTTPS",
    { protocol: "HTTPS", port: "443" },
    "https://a.test:8443/x/y?k=v",
  ],
  [
    "keeps the listener's port under another scheme",
    { protocol: "HTTPS" },
    "https://a.test:8080/x/y?k=v",
  ],
  ["replaces the path", { path: "/new" }, "http://a.test:8080/new?k=v"],
  ["puts the path behind another", { path: "/new/#{path}" }, "http://a.test:8080/new/x/y?k=v"],
  ["adds to the query", { query: "#{query}&z=1" }, "http://a.test:8080/x/y?k=v&z=1"],
  ["drops the query", { query: "" }, "http://a.test:8080/x/y"],
  ["builds on the host", { host: "example.#{host}" }, "http://example.a.test:80/x/y?k=v"],
  ["leaves a port that no listener has", { port: "40443" }, "http://a.test:40443/x/y?k=v"],
  [
    "keeps AWS's port in path and query",
    { host: "o.example", path: "/#{host}/#{port}/#{path}", query: "proto=#{protocol}&#{query}" },
    "http://o.example:80/a.test/80/x/y?proto=HTTP&k=v",
  ],
  [
    "escapes what is no part of a URL",
    { path: "/n\u00e9 w" },
    "http://a.test:8080/n%C3%A9%20w?k=v",
  ],
  ["leaves what is no placeholder", { path: "/#{paths}/#{" }, "http://a.test:8080/#{paths}/#{?k=v"],
])("%s", (_, action, expected) => {
  expect(locationOf({ ...SAME, ...action }, LISTENER, REQUEST)).toBe(expected);
});

test("stays on HTTPS", () => {
  expect(locationOf({ ...SAME, path: "/t" }, SECURE, { ...REQUEST, query: "" })).toBe(
    "https://a.test:8443/t",
  );
});

test.each([
  ["HTTP", { 80: 80 }, "http://a.test/x/y?k=v"],
  ["HTTPS", { 80: 443 }, "https://a.test/x/y?k=v"],
  ["HTTPS", { 80: 80 }, "https://a.test:80/x/y?k=v"],
])("prints no port that the scheme has by itself: %s, %j", (protocol, portMap, expected) => {
  expect(locationOf({ ...SAME, protocol }, { ...LISTENER, portMap }, REQUEST)).toBe(expected);
});

test("fills in once: a placeholder that a client sends stays as it is", () => {
  const request = { host: "a.test", path: "/#{query}", query: "#{path}" };
  expect(locationOf(SAME, LISTENER, request)).toBe("http://a.test:8080/#{query}?#{path}");
});

test("takes one slash from the path", () => {
  const request = { ...REQUEST, path: "//x", query: "" };
  expect(locationOf(SAME, LISTENER, request)).toBe("http://a.test:8080//x");
});

test.each<[string, Partial<Redirect>, string]>([
  [
    "away from here: the port as it is written",
    { host: "aws.example.org", port: "443", protocol: "HTTPS" },
    "https://aws.example.org:443/x/y?k=v",
  ],
  [
    "away from here: the listener's own port",
    { host: "aws.example.org" },
    "http://aws.example.org:80/x/y?k=v",
  ],
  [
    "to a name of a load balancer",
    { host: "web.elb.localhost" },
    "http://web.elb.localhost:8080/x/y?k=v",
  ],
  [
    "to AWS's form of one",
    { host: "Web.elb.amazonaws.com", protocol: "HTTPS", port: "443" },
    "https://Web.elb.amazonaws.com:8443/x/y?k=v",
  ],
  [
    "to one with a region, which none here has",
    { host: "web-1.eu-west-1.elb.amazonaws.com" },
    "http://web-1.eu-west-1.elb.amazonaws.com:80/x/y?k=v",
  ],
  [
    "to a name below one, which none has",
    { host: "x.web.elb.localhost" },
    "http://x.web.elb.localhost:80/x/y?k=v",
  ],
  ["to this machine", { host: "localhost" }, "http://localhost:8080/x/y?k=v"],
  ["to its address", { host: "127.0.0.1" }, "http://127.0.0.1:8080/x/y?k=v"],
  ["to a host of a rule", { host: "deep.x.shop.test" }, "http://deep.x.shop.test:8080/x/y?k=v"],
  ["to one by a question mark", { host: "bx.test" }, "http://bx.test:8080/x/y?k=v"],
  ["to a host of a neighbour", { host: "other.test" }, "http://other.test:8080/x/y?k=v"],
  ["to one with a wildcard's end only", { host: "shop.test" }, "http://shop.test:80/x/y?k=v"],
])("leads %s", (_, action, expected) => {
  expect(locationOf({ ...SAME, ...action }, LISTENER, REQUEST)).toBe(expected);
});

test("keeps the local port for a host that nobody has: it is the one that the client used", () => {
  expect(locationOf(SAME, { ...LISTENER, hosts: [] }, { ...REQUEST, host: "10.0.0.1" })).toBe(
    "http://10.0.0.1:8080/x/y?k=v",
  );
});
