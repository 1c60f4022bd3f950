import { once } from "node:events";
import { request as httpRequest, Server, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

import type { Destinations, OtherRequest } from "../../../../api/wire/answer";
import { serve, type ApiServer, type Patience } from "../../../../api/wire/server";
import {
  CREATE_LISTENER,
  jsonRequest,
  queryRequest,
  signature,
} from "../../../helpers/api/wireRequests";

let server: ApiServer | undefined;
const faults: unknown[] = [];

const start = async (
  more: Partial<Destinations> & { patience?: Partial<Patience> } = {},
): Promise<void> => {
  server = await serve({
    port: 0,
    handle: () => ({ clusterArns: [] }),
    onError: (error) => faults.push(error),
    ...more,
  });
};

afterEach(async () => {
  await server?.close();
  faults.length = 0;
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

const LIST_CLUSTERS = { ...jsonRequest("ecs", "ListClusters", {}), headers: headersOf({}) };

function headersOf(more: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { host, ...headers } = jsonRequest("ecs", "ListClusters", {}).headers;
  expect(host).toBeDefined();
  const all = { ...headers, ...more };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function send({ method = "POST", path = "/", headers, body }: Sent): Promise<{
  status: number | undefined;
  headers: Readonly<Record<string, unknown>>;
  body: string;
}> {
  const request = httpRequest({
    port: server?.port,
    host: "127.0.0.1",
    method,
    path,
    headers,
    agent: false,
  });
  request.end(body);
  const [response] = (await once(request, "response")) as [
    Readable & { statusCode?: number; headers: object },
  ];
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, unknown>,
    body: await text(response),
  };
}

/** What the server says to bytes that are no request of Node's client. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(server?.port ?? 0, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

const BIG = 10 * 1024 * 1024;

describe("answers", () => {
  it("a call", async () => {
    await start();
    const { status, headers, body } = await send(LIST_CLUSTERS);
    expect({ status, body }).toEqual({ status: 200, body: '{"clusterArns":[]}' });
    expect(headers).toMatchObject({
      "content-type": "application/x-amz-json-1.1",
      "content-length": "18",
      "x-amzn-requestid": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  it.each([
    "127.0.0.1",
    "localhost:5373",
    "my_bucket.s3.localhost:5373",
    "[::1]:5373",
    "LOCALHOST",
  ])("a call to %s", async (host) => {
    await start();
    expect(await send({ ...LIST_CLUSTERS, headers: headersOf({ host }) })).toMatchObject({
      status: 200,
    });
  });

  it("a fault of ours without saying what it is", async () => {
    await start({
      handle: () => {
        throw new Error("secret");
      },
    });
    const { status, body } = await send(LIST_CLUSTERS);
    expect(status).toBe(500);
    expect(body).toMatch(/^\{"__type":"InternalFailure"/);
    expect(body).not.toContain("secret");
    expect(faults).toEqual([new Error("secret")]);
  });
});

describe("refuses", () => {
  const code = (body: string): unknown => (JSON.parse(body) as { __type: unknown }).__type;

  it.each([
    [
      "a name that is none of this machine's",
      { host: "example.com" },
      403,
      "AccessDeniedException",
    ],
    [
      "a name that begins like one",
      { host: "localhost.example.com" },
      403,
      "AccessDeniedException",
    ],
    ["a page's request", { origin: "http://localhost:5373" }, 403, "AccessDeniedException"],
    ["a browser's request", { "sec-fetch-site": "none" }, 403, "AccessDeniedException"],
    [
      "a request without a signature",
      { authorization: undefined },
      403,
      "MissingAuthenticationTokenException",
    ],
    [
      "a service that is none of KECS's",
      { authorization: signature("sqs") },
      400,
      "UnknownOperationException",
    ],
  ])("%s", async (_name, headers, status, expected) => {
    await start();
    const answer = await send({ ...LIST_CLUSTERS, headers: headersOf(headers) });
    expect([answer.status, code(answer.body)]).toEqual([status, expected]);
    expect(answer.headers).toMatchObject({ "x-amzn-errortype": expected });
  });

  it("a form that a page can send, in XML", async () => {
    await start();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: "null" };
    const { status, body } = await send({ headers, body: CREATE_LISTENER });
    expect(status).toBe(403);
    expect(body).toContain("<Code>AccessDenied</Code>");
  });

  it.each([
    ["in one piece", { "content-length": BIG }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("10 MB %s", async (_name, more) => {
    await start();
    const { status, body } = await send({ headers: headersOf(more), body: Buffer.alloc(BIG, "[") });
    expect([status, code(body)]).toEqual([413, "RequestEntityTooLargeException"]);
    expect(await send(LIST_CLUSTERS)).toMatchObject({ status: 200 });
  });

  it("10 MB of a form, in XML", async () => {
    await start();
    const { host, ...headers } = queryRequest("").headers;
    expect(host).toBeDefined();
    const { status, body } = await send({ headers, body: Buffer.alloc(BIG, "&a=1") });
    expect(status).toBe(413);
    expect(body).toContain("<Code>RequestEntityTooLargeException</Code>");
  });

  it("a body that does not come", async () => {
    await start({ patience: { headersTimeout: 50, bodyTimeout: 100 } });
    const head = Object.entries(headersOf({ "content-length": 10, host: "localhost" }))
      .map(([name, value]) => `${name}: ${String(value)}\r\n`)
      .join("");
    const answer = await sendRaw(`POST / HTTP/1.1\r\n${head}\r\n{`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('{"__type":"RequestTimeoutException"');
  });

  it.each([
    ["no HTTP", "\u0016\u0003\u0001\u0002\r\n\r\n"],
    ["headers without end", `POST / HTTP/1.1\r\na: ${"b".repeat(20_000)}\r\n\r\n`],
    ["a length that is none", "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: x\r\n\r\n"],
    [
      "two lengths",
      "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
    ],
    [
      "a chunk that is none",
      "POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n",
    ],
  ])("%s", async (_name, bytes) => {
    await start();
    const answer = await sendRaw(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/"__type":"\w+"|<Code>\w+<\/Code>/);
  });

  it("hundreds of requests of all kinds at once, and lives", async () => {
    await start();
    const bodies = ["", "{", "[1]", "null", CREATE_LISTENER, "\u0000", "[".repeat(5_000)];
    const types = ["application/x-amz-json-1.1", "application/x-www-form-urlencoded", "x"];
    const services = ["ec2", "ecs", "elasticloadbalancing", "sts", "logs"];
    const target = "Logs_20140328.GetLogEvents";
    const kinds = bodies.flatMap((body) =>
      types.flatMap((type) =>
        services.flatMap((service) =>
          ["POST", "GET", "PUT"].map((method) => {
            const authorization = signature(service);
            const more = { "content-type": type, authorization, "x-amz-target": target };
            return { method, headers: headersOf(more), body };
          }),
        ),
      ),
    );
    const answers = await Promise.all(kinds.map(send));
    expect(answers).toHaveLength(315);
    expect(answers.filter(({ status = 0 }) => status < 200 || status > 499)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await send(LIST_CLUSTERS)).toMatchObject({ status: 200 });
  });
});

describe("hands on", () => {
  const seen: { service: string; method: string; path: string; body: string }[] = [];
  const otherService = async ({ service, method, path, body }: OtherRequest) => {
    seen.push({ service, method, path, body: await text(body) });
    return { status: 201, headers: { "x-other": "yes" }, body: Readable.from(["an", "swer"]) };
  };
  beforeEach(() => {
    seen.length = 0;
  });

  it("a service that is none of KECS's, with a body of any size", async () => {
    await start({ otherService });
    const headers = headersOf({ authorization: signature("s3"), "x-amz-target": undefined });
    const body = "a".repeat(2 * 1024 * 1024);
    expect(await send({ method: "PUT", path: "/bucket/key?x", headers, body })).toMatchObject({
      status: 201,
      headers: { "x-other": "yes" },
      body: "answer",
    });
    expect(seen).toEqual([{ service: "s3", method: "PUT", path: "/bucket/key?x", body }]);
  });

  it("a body that takes longer than one of a call may", async () => {
    await start({ otherService, patience: { bodyTimeout: 1 } });
    const socket = connect(server?.port ?? 0, "127.0.0.1");
    const head = headersOf({ authorization: signature("s3"), host: "localhost" });
    const lines = Object.entries({ ...head, "content-length": 2 }).map(
      ([name, value]) => `${name}: ${String(value)}\r\n`,
    );
    socket.write(`PUT /bucket/key HTTP/1.1\r\nconnection: close\r\n${lines.join("")}\r\na`);
    setTimeout(() => socket.write("b"), 50);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 201 /);
    expect(seen).toMatchObject([{ method: "PUT", body: "ab" }]);
  });

  it("a body in chunks, for which its caller asks first", async () => {
    await start({ otherService });
    const socket = connect(server?.port ?? 0, "127.0.0.1");
    const authorization = signature("s3");
    socket.write(
      `PUT /bucket/key HTTP/1.1\r\nhost: bucket.localhost\r\nauthorization: ${authorization}\r\n` +
        "expect: 100-continue\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n",
    );
    const [first] = (await once(socket, "data")) as [Buffer];
    expect(first.toString()).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write("2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1.1 201 /);
    expect(seen).toMatchObject([{ method: "PUT", body: "abc" }]);
  });

  it("the operations of STS that KECS has not, and no other", async () => {
    await start({ otherService, handle: () => ({ Account: "0" }) });
    const { host, ...headers } = queryRequest("", {}, "sts").headers;
    expect(host).toBeDefined();
    const assumeRole = "Action=AssumeRole&Version=2011-06-15";
    expect(await send({ headers, body: assumeRole })).toMatchObject({
      status: 201,
      body: "answer",
    });
    expect(
      await send({ headers, body: "Action=GetCallerIdentity&Version=2011-06-15" }),
    ).toMatchObject({
      status: 200,
      body: expect.stringContaining("<Account>0</Account>") as string,
    });
    expect(seen.map(({ service, body }) => [service, body])).toEqual([["sts", assumeRole]]);
  });

  it("all of EC2, so that what is made there is described", async () => {
    const { host, ...headers } = queryRequest("", {}, "ec2").headers;
    expect(host).toBeDefined();
    const body = "Action=DescribeVpcs&Version=2016-11-15";
    await start({ otherService });
    expect(await send({ headers, body })).toMatchObject({ status: 201, body: "answer" });
    await server?.close();
    await start({ handle: () => ({ Vpcs: [] }) });
    expect(await send({ headers, body })).toMatchObject({
      status: 200,
      body: expect.stringContaining("<vpcSet/>") as string,
    });
    expect(seen).toHaveLength(1);
  });

  it("nothing that a page sends", async () => {
    await start({ otherService });
    const headers = headersOf({ authorization: signature("s3"), origin: "http://a" });
    expect(await send({ headers })).toMatchObject({ status: 403 });
    expect(seen).toEqual([]);
  });

  it("and says that it failed where it did", async () => {
    await start({ otherService: () => Promise.reject(new Error("gone")) });
    const headers = headersOf({ authorization: signature("s3") });
    expect(await send({ headers })).toMatchObject({ status: 500 });
    expect(faults).toEqual([new Error("gone")]);
  });
});

describe("ends", () => {
  it("with connections that are kept open, after the call that is on its way", async () => {
    let finish: (output: object) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      void start({
        handle: () => {
          resolve();
          return new Promise((done) => (finish = done));
        },
      }).then(() => {
        const port = server?.port ?? 0;
        answer = fetch(`http://127.0.0.1:${port}/`, {
          method: "POST",
          headers: { ...(headersOf({}) as Record<string, string>) },
          body: "{}",
        });
      });
    });
    let answer: Promise<{ status: number }> | undefined;
    await asked;
    const cutOff = jest.spyOn(Server.prototype, "closeAllConnections");
    const closed = server?.close();
    finish({});
    expect((await answer)?.status).toBe(200);
    await closed;
    expect(cutOff).not.toHaveBeenCalled();
    cutOff.mockRestore();
    server = undefined;
  });

  it("by saying that a port is taken", async () => {
    await start();
    const again = serve({ port: server?.port ?? 0, handle: () => ({}), onError: () => undefined });
    await expect(again).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
