import { evaluate } from "../../../../../core/lb/evaluate/evaluate";
import {
  forwardTo,
  headerIs,
  httpsListener,
  listener,
  loadBalancer,
  namelessRequest,
  paths,
  request,
  rule,
} from "../../../../helpers/routing";

const SHOP = loadBalancer("shop", [
  listener([
    rule(1, [paths("/api/*"), headerIs("X-Env", "prod")]),
    rule(2, [paths("/api/*")], forwardTo("api")),
    rule(3, [paths("/old")], {
      type: "fixed-response",
      statusCode: 410,
      contentType: "text/plain",
      messageBody: "gone",
    }),
  ]),
]);

test("says why each rule before the answer did not match", () => {
  expect(evaluate([SHOP], request({ target: "/api/x" }))).toMatchObject({
    loadBalancer: "shop",
    listener: { port: 80, protocol: "HTTP", localPort: 8080 },
    host: "shop.elb.localhost",
    decidedBy: "rule",
    rules: [
      {
        name: "rule-1",
        priority: 1,
        failed: { index: 1, condition: headerIs("X-Env", "prod"), received: [] },
      },
      { name: "rule-2", priority: 2 },
    ],
    answer: { type: "forward", targetGroups: [{ name: "api", weight: 1, share: 1 }] },
  });
});

test("looks at no rule behind the one that answers", () => {
  const { rules } = evaluate([SHOP], request({ target: "/api/x" }));
  expect(rules.map(({ priority }) => priority)).toEqual([1, 2]);
  expect(rules[1]).toEqual({ name: "rule-2", priority: 2 });
});

test("ends with the default action", () => {
  const evaluation = evaluate([SHOP], request({ target: "/" }));
  expect(evaluation.rules.map(({ failed }) => failed?.index)).toEqual([0, 0, 0]);
  expect(evaluation).toMatchObject({
    decidedBy: "default action",
    answer: { type: "forward", targetGroups: [{ name: "web" }] },
  });
});

test("gives the exact answer of a fixed response", () => {
  expect(evaluate([SHOP], request({ target: "/old" })).answer).toEqual({
    type: "response",
    status: 410,
    headers: { "Content-Type": "text/plain", "Content-Length": "4" },
    body: "gone",
    reason: "a fixed response",
  });
});

test.each([
  [{ method: "TRACE" }, 405, "listener", "a load balancer forwards no TRACE"],
  [
    { host: "nobody.test:8080" },
    404,
    "nobody",
    'no load balancer has the host "nobody.test:8080" on local port 8080',
  ],
  [
    { localPort: 9000 },
    404,
    "nobody",
    'no load balancer has the host "shop.elb.localhost:8080" on local port 9000',
  ],
  [
    { tls: true },
    404,
    "nobody",
    'no load balancer has the host "shop.elb.localhost:8080" on local port 8080',
  ],
  [{ target: "/%" }, 400, "protocol", "a % in the path begins no escape"],
  [
    { method: "TRACE", host: "nobody.test" },
    404,
    "nobody",
    'no load balancer has the host "nobody.test" on local port 8080',
  ],
])("answers %j with %s by the %s", (more, status, decidedBy, reason) => {
  const { answer, ...rest } = evaluate([SHOP], request(more));
  expect(answer).toEqual({ type: "response", status, headers: {}, reason });
  expect(rest).toMatchObject({ decidedBy, rules: [] });
});

test("tells plain HTTP on a port of HTTPS apart from an unknown host", () => {
  const custom = { localPort: 9000, entryPoint: "alb-9000" };
  const secure = [loadBalancer("shop", [httpsListener(), httpsListener([], custom)])];
  const status = (more: object) => {
    const { answer } = evaluate(secure, request(more));
    return answer.type === "response" ? answer.status : "forward";
  };
  expect(status({ localPort: 8443 })).toBe(400);
  expect(status({ localPort: 8443, host: "nobody.test" })).toBe(400);
  expect(status({ localPort: 9000 })).toBe(400);
  expect(status({ localPort: 9000, host: "nobody.test" })).toBe(404);
  expect(status({ localPort: 8443, tls: true })).toBe("forward");
});

test("reaches a request without a host only where every host is taken", () => {
  const nameless = namelessRequest();
  expect(evaluate([SHOP], nameless).answer).toMatchObject({
    status: 404,
    reason: "no load balancer takes requests without a host on local port 8080",
  });
  const any = loadBalancer("any", [listener([], { hosts: ["any.elb.localhost"] })], {
    catchAll: true,
  });
  expect(evaluate([SHOP, any], nameless)).toMatchObject({ loadBalancer: "any", host: "*" });
});
