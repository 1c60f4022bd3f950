import { normalizeRequest } from "../../../../../../core/lb/request/normalizedRequest";
import { targetRequest } from "../../../../../../core/lb/actions/forward/targetRequest";
import type { Attributes, Listener, Request } from "../../../../../../core/lb/model";
import {
  httpsListener,
  listener,
  loadBalancer,
  namelessRequest,
  request,
} from "../../../../../helpers/routing";

function seen(
  more: Partial<Request> = {},
  attributes: Partial<Attributes> = {},
  own: Listener = listener(),
) {
  const reached = {
    loadBalancer: loadBalancer("shop", [], { attributes }),
    listener: own,
    host: "",
  };
  const sent = request(more);
  return targetRequest(reached, sent, normalizeRequest(reached, sent));
}

test("adds the listener's facts and takes away what a client may not say", () => {
  const headers = [
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-Port", "9"],
    ["X-Forwarded-Host", "x"],
    ["X-Real-Ip", "1.1.1.1"],
    ["X-Kecs-Query", "a=b"],
    ["Connection", "close"],
    ["X-A", "1"],
  ] as const;
  expect(seen({ method: "POST", target: "/a%7e?b=%7e;c", headers })).toEqual({
    method: "POST",
    url: "/a~?b=%7e%3Bc",
    headers: [
      ["Host", "shop.elb.localhost:8080"],
      ["X-A", "1"],
      ["X-Forwarded-Port", "80"],
      ["X-Forwarded-Proto", "http"],
      ["X-Amzn-Trace-Id", "Root=<new trace id>"],
      ["X-Forwarded-For", "10.42.0.1"],
    ],
  });
});

test.each([
  "X-Forwarded-Tls-Client-Cert",
  "x-forwarded-tls-client-cert-info",
  "X_Forwarded_Tls_Client_Cert",
  "X-Forwarded_Tls-Client_Cert_Info",
  "X-Amzn-Mtls-Clientcert",
  "X-Amzn-Mtls-Clientcert-Subject",
  "X_AMZN_MTLS_CLIENTCERT_LEAF",
])("lets no client vouch for its own certificate by %s", (name) => {
  for (const own of [listener(), httpsListener()]) {
    const { headers } = seen({ headers: [[name, "forged"]] }, {}, own);
    expect(headers.map(([, value]) => value)).not.toContain("forged");
  }
});

test("passes on headers whose names only resemble those", () => {
  const headers = [
    ["X-Amzn-Mtlsx", "1"],
    ["Amzn-Mtls-Clientcert", "2"],
    ["X-Forwarded-Tls", "3"],
  ] as const;
  expect(seen({ headers }).headers).toEqual(expect.arrayContaining([...headers]));
});

const BEFORE = [["X-Forwarded-For", "203.0.113.7"]] as const;

test.each<[Partial<Attributes>, Partial<Request>, string | undefined]>([
  [{}, { headers: BEFORE }, "203.0.113.7, 10.42.0.1"],
  [{ xffClientPort: true }, {}, "10.42.0.1:<client port>"],
  [{ xffClientPort: true }, { sourceIp: "::1" }, "[::1]:<client port>"],
  [{ xffHeaderProcessingMode: "preserve" }, { headers: BEFORE }, "203.0.113.7"],
  [{ xffHeaderProcessingMode: "preserve" }, {}, undefined],
  [{ xffHeaderProcessingMode: "remove" }, { headers: BEFORE }, undefined],
  [{ simulateSourceIp: true }, { headers: [["X-Kecs-Source-Ip", "192.0.2.1"]] }, "192.0.2.1"],
])("with %j, %j has X-Forwarded-For: %s", (attributes, more, expected) => {
  const { headers } = seen(more, attributes);
  expect(new Map(headers).get("X-Forwarded-For")).toBe(expected);
  expect(new Map(headers).has("X-Kecs-Source-Ip")).toBe(false);
});

test.each<[Partial<Listener>, "local" | "aws", string]>([
  [{}, "local", "shop.elb.localhost:8080"],
  [{}, "aws", "shop.elb.localhost"],
  [{ port: 8082 }, "aws", "shop.elb.localhost:8082"],
])("listener %j gives the Host in the form %s: %s", (own, hostHeader, expected) => {
  expect(seen({}, { hostHeader }, listener([], own)).headers[0]).toEqual(["Host", expected]);
});

test("describes TLS where it is asked to", () => {
  const { headers } = seen({ tls: true }, { tlsHeaders: true }, httpsListener());
  expect(headers).toContainEqual(["X-Amzn-Tls-Version", "<TLS version>"]);
  expect(headers).toContainEqual(["X-Amzn-Tls-Cipher-Suite", "<cipher suite>"]);
  expect(seen({}, { tlsHeaders: true }).headers.flat()).not.toContain("X-Amzn-Tls-Version");
});

test("makes up no Host where the client sent none", () => {
  const nameless = namelessRequest();
  const reached = { loadBalancer: loadBalancer("shop", []), listener: listener(), host: "*" };
  const { headers } = targetRequest(reached, nameless, normalizeRequest(reached, nameless));
  expect(headers.map(([name]) => name)).not.toContain("Host");
});
