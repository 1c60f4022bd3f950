import { describedRequest } from "../../../../cli/explain/request";
import { CLUSTER_SEES } from "../../../../core/lb/explain/clientRequest";

const GET = {
  tls: false,
  version: "1.1",
  method: "GET",
  headers: [],
  sourceIp: CLUSTER_SEES,
};

test.each([
  [
    "http://shop.elb.localhost:8080/x?y",
    { localPort: 8080, host: "shop.elb.localhost:8080", target: "/x?y" },
  ],
  [
    "HTTPS://shop.elb.localhost:8443",
    { localPort: 8443, tls: true, host: "shop.elb.localhost:8443", target: "/" },
  ],
  ["http://a.test?x", { localPort: 80, host: "a.test", target: "/?x" }],
  ["http://a.test:80/", { localPort: 80, host: "a.test", target: "/" }],
  ["https://a.test:443/", { localPort: 443, tls: true, host: "a.test", target: "/" }],
  ["http://a.test:443/", { localPort: 443, host: "a.test:443", target: "/" }],
  ["http://[::1]:8080/", { localPort: 8080, host: "[::1]:8080", target: "/" }],
  ["http://a.test/a/../%7e//B#part", { localPort: 80, host: "a.test", target: "/a/../%7e//B" }],
  ["http://a.test/\u00e9 w", { localPort: 80, host: "a.test", target: "/%C3%A9%20w" }],
])("a client that follows %s sends %j", (url, expected) => {
  expect(describedRequest({ url })).toEqual({ ...GET, ...expected });
});

test("takes a Host header for the host, and keeps the others in their order", () => {
  const headers = ["host: shop.elb.amazonaws.com", "X-A: 1", "x-a:  b:c ", "X-Empty:"];
  expect(
    describedRequest({ url: "http://localhost:8080/", method: "POST", headers }),
  ).toMatchObject({
    localPort: 8080,
    method: "POST",
    host: "shop.elb.amazonaws.com",
    headers: [
      ["X-A", "1"],
      ["x-a", "b:c"],
      ["X-Empty", ""],
    ],
  });
});

test.each([
  [{ url: "shop.elb.localhost:8080/x" }, 'KECS4001: <url>: "shop.elb.localhost:8080/x" is not'],
  [{ url: "ftp://a.test/" }, '"ftp://a.test/" is not a URL of a listener'],
  [{ url: "http://user:secret@a.test/" }, "is not a URL of a listener"],
  [{ url: "http://a.test:70000/" }, '<url>: "70000" is not a port'],
  [{ url: "http://a.test/", headers: ["X-A"] }, 'KECS4001: --header: "X-A" is not a header'],
  [{ url: "http://a.test/", headers: [": x"] }, '": x" is not a header'],
])("rejects %j", (described, message) => {
  expect(() => describedRequest(described)).toThrow(message);
});
