import { request } from "node:http";
import { localHost } from "../../core/hosts";
import { echoIn, targetOf, valuesOf, type Answer } from "../conformance/client/answer";
import { sendHttp1 } from "../conformance/client/sendHttp1";
import { sendWebSocket } from "../conformance/client/sendWebSocket";
import type { Wire } from "../conformance/client/wire";
import { PROBE } from "../conformance/plan/plan";
import { sharedInstance, type SharedInstance } from "./support/conformanceInstance";
import { grpcCall } from "./support/grpcCall";

/* What goes through a load balancer as a stream, or in several steps, rather than as one request. */

const HOST = localHost(PROBE);
/** The load balancer of the case file that has gRPC targets behind /grpc.*. */
const GRPC_HOST = localHost("proto");
let instance: SharedInstance;

beforeAll(async () => {
  instance = await sharedInstance();
}, 900_000);

function wire(more: Partial<Wire> = {}): Wire {
  const { httpPort: localPort } = instance.connection;
  return {
    ...{ localPort, tls: false, version: "1.1", method: "GET", host: HOST, target: "/" },
    headers: [],
    ...more,
  };
}

const send = (more: Partial<Wire>): Promise<Answer> => sendHttp1(wire(more));

test.each(["http", "https"] as const)(
  "a WebSocket over %s gets every frame back",
  async (scheme) => {
    const { httpsPort } = instance.connection;
    const tls = scheme === "https" ? { tls: true, localPort: httpsPort } : {};
    const frames = ["one", "two", "x".repeat(100_000)];
    const answer = await sendWebSocket(wire({ target: "/ws?a=1", ...tls }), frames);
    expect(answer.status).toBe(101);
    expect(answer.frames).toEqual(frames);
    expect(echoIn(answer.body)).toMatchObject({ backend: "echo-1", url: "/ws?a=1" });
    expect(echoIn(answer.body)?.headers["X-Forwarded-Proto"]).toEqual([scheme]);
  },
);

test("a unary gRPC call is answered, with its status behind the message", async () => {
  const { httpsPort } = instance.connection;
  expect(await grpcCall(httpsPort, GRPC_HOST, "/grpc.Svc/Echo", ["ping"])).toEqual({
    status: 200,
    grpcStatus: "0",
    messages: ["ping"],
  });
});

test("in a gRPC stream each message comes back before the next one is sent", async () => {
  const { httpsPort } = instance.connection;
  const messages = ["one", "two", "x".repeat(50_000), "four"];
  expect(await grpcCall(httpsPort, GRPC_HOST, "/grpc.Svc/Chat", messages)).toEqual({
    status: 200,
    grpcStatus: "0",
    messages,
  });
});

test("server-sent events arrive as they are sent", async () => {
  const { httpPort: port } = instance.connection;
  const times = await new Promise<number[]>((resolve, reject) => {
    const path = "/sse?count=4&ms=400";
    request({ host: "127.0.0.1", port, path, headers: { host: HOST } }, (response) => {
      const arrivals: number[] = [];
      expect(response.headers["content-type"]).toBe("text/event-stream");
      response.on("data", () => arrivals.push(Date.now()));
      response.on("end", () => {
        resolve(arrivals);
      });
    })
      .on("error", reject)
      .end();
  });
  expect(times).toHaveLength(4);
  for (const [i, time] of times.slice(1).entries()) {
    expect(time - (times[i] ?? 0)).toBeGreaterThan(200);
  }
});

test("a client that asks gets 100 Continue before it sends its body", async () => {
  const { httpPort: port } = instance.connection;
  const events: string[] = [];
  const body = await new Promise<string>((resolve, reject) => {
    const headers = { host: HOST, expect: "100-continue", "content-length": "4" };
    const sent = request({ host: "127.0.0.1", port, method: "POST", headers }, (response) => {
      events.push(String(response.statusCode));
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve(text);
      });
    });
    sent.on("error", reject);
    sent.on("continue", () => {
      events.push("continue");
      sent.end("body");
    });
    sent.flushHeaders();
  });
  expect(events).toEqual(["continue", "200"]);
  expect(echoIn(body)?.body).toBe("body");
});

test("the trailers of an answer come behind its body", async () => {
  const answer = await send({ target: "/trailers", headers: [["TE", "trailers"]] });
  expect(answer.status).toBe(200);
  expect(valuesOf(answer.trailers, "x-echo-trailer")).toEqual(["behind the body"]);
});

test("bodies of a megabyte go both ways unchanged", async () => {
  const body = Array.from({ length: 125_000 }, (_, i) => String(i).padStart(8, "0")).join("");
  const up = await send({ method: "POST", body });
  expect(echoIn(up.body)?.body).toBe(body);
  const chunks = ["8000", "x".repeat(0x8000), "0", "", ""].join("\r\n");
  const chunked = await send({
    method: "POST",
    headers: [["Transfer-Encoding", "chunked"]],
    body: chunks,
  });
  expect(echoIn(chunked.body)?.body).toBe("x".repeat(0x8000));
  const down = await send({ target: "/?bytes=1000000" });
  expect((JSON.parse(down.body) as { padding: string }).padding).toBe("x".repeat(1_000_000));
});

test.each(["HEAD", "OPTIONS", "PATCH", "DELETE"])("%s reaches the target", async (method) => {
  const answer = await send({ method, target: "/status/207" });
  expect(answer.status).toBe(207);
  expect(targetOf(answer)).toBe("echo-1");
  if (method === "HEAD") expect(answer.body).toBe("");
  else expect(echoIn(answer.body)?.method).toBe(method);
});
