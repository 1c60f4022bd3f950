import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ask, describeAnswer } from "../../../../cli/urls/ask";

const server = createServer((request, response) => {
  const { host } = request.headers;
  if (host === "shop.elb.amazonaws.com") response.end("hello");
  else if (host === "own.elb.amazonaws.com") response.writeHead(404).end("no such page");
  else response.writeHead(404).end("404 page not found\n");
});
let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ["the load balancer of the Host header", "shop", { status: 200, unrouted: false }],
  ["an application's own 404", "own", { status: 404, unrouted: false }],
  ["Traefik's 404", "unknown", { status: 404, unrouted: true }],
])("reaches %s", async (_, name, expected) => {
  const hostHeader = `${name}.elb.amazonaws.com`;
  expect(await ask({ address, hostHeader, protocol: "HTTP" })).toEqual(expected);
});

test("tells why there is no answer", async () => {
  const closed = { address: "127.0.0.1:1", hostHeader: "x", protocol: "HTTPS" } as const;
  expect(await ask(closed)).toEqual({ error: "ECONNREFUSED" });
});

test("describes answers in words", () => {
  expect(describeAnswer({ status: 200 })).toBe("200");
  expect(describeAnswer({ status: 404, unrouted: true })).toBe("404 (no route)");
  expect(describeAnswer({ error: "ECONNREFUSED" })).toBe("ECONNREFUSED");
  expect(describeAnswer({})).toBe("no answer");
});
