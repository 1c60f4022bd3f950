import {
  loadBalancerAttributes,
  targetGroupAttributes,
  targetGroupInput,
  toAction,
  toCondition,
} from "../../conformance/api/shapes";

test("a load balancer's attributes are those of AWS, and what AWS has not", () => {
  const alb = {
    name: "a",
    hostnames: ["a.test", "*.b.test"],
    attributes: { "routing.http2.enabled": false, "kecs.host_header": "aws" },
    listeners: [],
  };
  expect(loadBalancerAttributes(alb, true)).toEqual([
    { Key: "kecs.hostnames", Value: "a.test,*.b.test" },
    { Key: "kecs.simulate_source_ip", Value: "true" },
    { Key: "routing.http2.enabled", Value: "false" },
    { Key: "kecs.host_header", Value: "aws" },
  ]);
  expect(loadBalancerAttributes({ name: "a", listeners: [] }, false)).toEqual([]);
});

test("a target group's settings are its input and its attributes", () => {
  const of = {
    targets: ["sickly"],
    protocolVersion: "HTTP2",
    stickiness: { type: "app_cookie", cookieName: "SID", duration: 60 },
  } as const;
  expect(targetGroupInput("a-one", of)).toEqual({
    Name: "a-one",
    TargetType: "ip",
    Protocol: "HTTP",
    Port: 8080,
    ProtocolVersion: "HTTP2",
    HealthCheckPath: "/health",
  });
  expect(targetGroupAttributes(of)).toEqual([
    { Key: "stickiness.enabled", Value: "true" },
    { Key: "stickiness.type", Value: "app_cookie" },
    { Key: "stickiness.app_cookie.duration_seconds", Value: "60" },
    { Key: "stickiness.app_cookie.cookie_name", Value: "SID" },
  ]);
});

test("actions and conditions have AWS's fields", () => {
  const arnOf = (name: string): string => `arn:${name}`;
  expect(
    toAction(
      {
        type: "forward",
        targetGroups: [{ name: "one", weight: 3 }],
        stickiness: { enabled: true, duration: 5 },
      },
      arnOf,
    ),
  ).toEqual({
    Type: "forward",
    ForwardConfig: {
      TargetGroups: [{ TargetGroupArn: "arn:one", Weight: 3 }],
      TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 5 },
    },
  });
  expect(toAction({ type: "redirect", statusCode: "HTTP_301", port: "443" }, arnOf)).toEqual({
    Type: "redirect",
    RedirectConfig: { StatusCode: "HTTP_301", Port: "443" },
  });
  expect(toAction({ type: "fixed-response", statusCode: "200", messageBody: "x" }, arnOf)).toEqual({
    Type: "fixed-response",
    FixedResponseConfig: { StatusCode: "200", MessageBody: "x" },
  });
  expect(toCondition({ field: "http-header", name: "X-A", regexValues: ["^a"] })).toEqual({
    Field: "http-header",
    HttpHeaderConfig: { HttpHeaderName: "X-A", RegexValues: ["^a"] },
  });
  expect(toCondition({ field: "query-string", values: [{ key: "k", value: "v" }] })).toEqual({
    Field: "query-string",
    QueryStringConfig: { Values: [{ Key: "k", Value: "v" }] },
  });
});
