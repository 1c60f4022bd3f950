import { ALPN_POLICIES, protocolsOf } from "../../../../../../core/lb/listener/tls/alpn";

test.each([
  [undefined, true, undefined],
  [undefined, false, ["http/1.1"]],
  ["HTTP1Only", true, ["http/1.1"]],
  ["HTTP2Only", true, ["h2"]],
  ["HTTP2Only", false, ["http/1.1"]],
  ["HTTP2Optional", true, ["http/1.1", "h2"]],
  ["HTTP2Preferred", true, ["h2", "http/1.1"]],
  ["None", true, ["http/1.1"]],
])("policy %s with HTTP/2 %s offers %j", (policy, http2, offered) => {
  expect(protocolsOf(policy, http2)).toEqual(offered);
});

test("knows AWS's five policies", () => {
  expect(ALPN_POLICIES).toEqual([
    "HTTP1Only",
    "HTTP2Only",
    "HTTP2Optional",
    "HTTP2Preferred",
    "None",
  ]);
});
