import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { passOn, readUpstream } from "../../../../api/server/upstream";

test("nothing is passed on unless somebody says where", () => {
  expect(readUpstream({})).toBeUndefined();
  expect(readUpstream({ KECS_AWS_UPSTREAM: "" })).toBeUndefined();
});

test.each(["http://127.0.0.1:4566", "http://localhost:5000/", "http://[::1]:5000"])(
  "%s is on this machine",
  (address) => {
    expect(readUpstream({ KECS_AWS_UPSTREAM: address })?.href).toContain("http://");
  },
);

test.each([
  "https://sqs.us-east-1.amazonaws.com",
  "http://example.test:4566",
  "http://127.0.0.1.example.test",
  "127.0.0.1:4566",
  "moto",
])("%s is refused, as AWS would be", (address) => {
  expect(() => readUpstream({ KECS_AWS_UPSTREAM: address })).toThrow("KECS1008");
});

describe("a request to another emulator", () => {
  let server: Server;
  let seen: { method?: string; url?: string; headers?: IncomingHttpHeaders; body?: string };
  let upstream: URL;
  beforeEach(async () => {
    seen = {};
    server = createServer((request, response) => {
      const take = (body: string): void => {
        const { method = "", url = "", headers } = request;
        seen = { method, url, headers, body };
        response.writeHead(201, {
          "x-amz-request-id": "1",
          "set-cookie": ["a=1", "b=2"],
          "keep-alive": "timeout=5",
        });
        response.end("<ok/>");
      };
      // A caller that goes away leaves half a body.
      text(request).then(take, () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    upstream = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => server.close());

  const request = (body: string) => ({
    service: "s3",
    method: "PUT",
    path: "/bucket/a%20b?acl",
    headers: {
      host: "127.0.0.1:5373",
      authorization: "AWS4-HMAC-SHA256 Credential=kecs",
      "content-length": String(body.length),
      connection: "close, X-Hop",
      "x-hop": "1",
      expect: "100-continue",
    },
    body: Readable.from([body]),
  });

  test("arrives as it was sent, and so does its answer", async () => {
    const answer = await passOn(upstream, request("<data/>"));
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ "x-amz-request-id": "1", "set-cookie": ["a=1", "b=2"] });
    expect(answer.headers).not.toHaveProperty("keep-alive");
    expect(typeof answer.body === "string" ? "" : await text(answer.body)).toBe("<ok/>");
    expect(seen.headers).not.toHaveProperty("x-hop");
    expect(seen.headers).not.toHaveProperty("expect");
    expect(seen).toMatchObject({
      method: "PUT",
      url: "/bucket/a%20b?acl",
      headers: { host: "127.0.0.1:5373", authorization: "AWS4-HMAC-SHA256 Credential=kecs" },
      body: "<data/>",
    });
  });

  test("ends there when its caller goes away", async () => {
    const gone = new Promise((resolve) =>
      server.once("connection", (of) => of.once("close", resolve)),
    );
    const body = new Readable({ read: () => undefined });
    body.push("half");
    const answer = passOn(upstream, { ...request("half of it"), body });
    server.once("request", () => body.destroy());
    await expect(answer).rejects.toMatchObject({ code: "ServiceUnavailable" });
    await gone;
  });

  test("is refused by name where nobody is there", async () => {
    server.close();
    await expect(passOn(upstream, request(""))).rejects.toMatchObject({
      code: "ServiceUnavailable",
      message: expect.stringContaining("s3 is passed on to KECS_AWS_UPSTREAM") as string,
    });
  });
});
