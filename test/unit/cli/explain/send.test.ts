import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { send } from "../../../../cli/explain/send";
import { createAuthority, createLeaf } from "../../../../core/acm/authority/sign";
import { request } from "../../../helpers/routing";

const answer: RequestListener = (incoming, outgoing) => {
  const { method, url, rawHeaders } = incoming;
  const servername = incoming.socket instanceof TLSSocket ? incoming.socket.servername : "";
  outgoing.writeHead(302, { Location: "/next", "Set-Cookie": ["a=1", "b=2"] });
  outgoing.end(JSON.stringify({ method, url, rawHeaders, servername }));
};

const plain = createHttp(answer);
let secure: Server;
const portOf = (server: { address: () => unknown }): number =>
  (server.address() as AddressInfo).port;

beforeAll(async () => {
  const authority = await createAuthority("test", new Date());
  const { certificate: cert, key } = await createLeaf(authority, ["other.test"], new Date());
  secure = createHttps({ cert, key }, answer);
  for (const server of [plain, secure]) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
});
afterAll(() => {
  plain.close();
  secure.close();
});

test("sends the very request, and follows nothing", async () => {
  const headers = [
    ["X-A", "1"],
    ["x-a", "2"],
    ["x-lower", "3"],
  ] as const;
  const sent = await send(
    request({ localPort: portOf(plain), target: "/a/../%7e?b", method: "PURGE", headers }),
  );
  expect(sent).toMatchObject({
    status: 302,
    headers: { location: "/next", "set-cookie": "a=1, b=2" },
  });
  expect(JSON.parse(sent.body)).toMatchObject({
    method: "PURGE",
    url: "/a/../%7e?b",
    rawHeaders: [
      ...["X-A", "1", "X-A", "2", "x-lower", "3"],
      ...["host", "shop.elb.localhost:8080", "connection", "close"],
      // Node's own, of any method that may have a body.
      ...["Content-Length", "0"],
    ],
  });
});

test("names the host in TLS, whoever signed the certificate", async () => {
  const host = "Shop.elb.localhost:8443";
  const sent = await send(request({ localPort: portOf(secure), tls: true, host }));
  expect(JSON.parse(sent.body)).toMatchObject({ servername: "shop.elb.localhost" });
});

test("names no address in TLS", async () => {
  const sent = await send(request({ localPort: portOf(secure), tls: true, host: "127.0.0.1:1" }));
  expect(JSON.parse(sent.body)).toMatchObject({ servername: false });
});

test("fails where nobody listens", async () => {
  await expect(send(request({ localPort: 1 }))).rejects.toThrow("ECONNREFUSED");
});
