import { attributesOf } from "../../../../../core/lb/loadBalancer/attributes";

test("fills in AWS's defaults", () => {
  expect(attributesOf({ name: "a" })).toEqual({
    idleTimeout: 60,
    http2: true,
    dropInvalidHeaderFields: false,
    xffHeaderProcessingMode: "append",
    xffClientPort: false,
    tlsHeaders: false,
    hostHeader: "local",
    simulateSourceIp: false,
  });
});

test("takes every argument over", () => {
  expect(
    attributesOf({
      name: "a",
      idleTimeout: 1,
      enableHttp2: false,
      dropInvalidHeaderFields: true,
      xffHeaderProcessingMode: "remove",
      enableXffClientPort: true,
      enableTlsVersionAndCipherSuiteHeaders: true,
      hostHeader: "aws",
      simulateSourceIp: true,
    }),
  ).toEqual({
    idleTimeout: 1,
    http2: false,
    dropInvalidHeaderFields: true,
    xffHeaderProcessingMode: "remove",
    xffClientPort: true,
    tlsHeaders: true,
    hostHeader: "aws",
    simulateSourceIp: true,
  });
});

test("preserves X-Forwarded-For where it is told to", () => {
  expect(attributesOf({ name: "a", xffHeaderProcessingMode: "preserve" })).toMatchObject({
    xffHeaderProcessingMode: "preserve",
  });
});
