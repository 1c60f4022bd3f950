import { startSummary } from "../../../../cli/text/startSummary";
import { problem } from "../../../../core/validate";
import { statusText } from "../../../../cli/text/statusText";
import { styleOf } from "../../../../cli/ui/style";
import type { ListenerReport } from "../../../../cli/urls/report";

const style = styleOf({ colour: false, live: false, unicode: false });
const listener: ListenerReport = {
  alb: "shop-alb",
  port: 80,
  protocol: "HTTP",
  url: "http://shop-alb.elb.localhost:8080/",
  address: "localhost:8080",
  hostHeader: "shop-alb.elb.amazonaws.com",
  curl: "curl -H 'Host: shop-alb.elb.amazonaws.com' http://localhost:8080/",
  status: 200,
  answer: "200",
  targets: { healthy: 3, desired: 3 },
};
const awsApi = { url: "http://127.0.0.1:5373" };
const instance = { cluster: "kecs-shop", context: "k3d-kecs-shop", awsApi };

test("start ends with the URLs, the curl line and what to do next", () => {
  expect(startSummary({ ...instance, listeners: [listener] }, " --instance shop", style)).toBe(
    `cluster kecs-shop, context k3d-kecs-shop

ALB       LISTENER  URL                                  HEALTHY
shop-alb  HTTP 80   http://shop-alb.elb.localhost:8080/  3/3

curl -H 'Host: shop-alb.elb.amazonaws.com' http://localhost:8080/

AWS API  http://127.0.0.1:5373

next:
  npx kecs status --instance shop
  eval "$(npx kecs env --instance shop)"   # aws, kubectl and pulumi for this instance
  npx kecs stop --instance shop`,
  );
});

test("a stack without a listener says so", () => {
  expect(startSummary({ ...instance, listeners: [] }, "", style)).toContain("has no listener yet");
});

const cluster = {
  name: "kecs-shop",
  state: "running",
  since: "2026-01-02T03:04:05.678901234Z",
} as const;
const status = {
  stack: "dev",
  instance: "shop",
  cluster,
  traefik: "ready",
  awsApi: null,
  endpoints: [],
} as const;

test("status of a running instance", () => {
  const severity = "warning";
  expect(statusText({ ...status, routes: [], listeners: [listener] }, style)).toBe(
    `instance  shop (stack dev)
cluster   kecs-shop running since 2026-01-02T03:04:05Z
traefik   ready
routes    all loaded
AWS API   not running
  hint: npx kecs api --detach --stack dev

ALB       LISTENER  URL                                  ANSWER  HEALTHY
shop-alb  HTTP 80   http://shop-alb.elb.localhost:8080/  200     3/3`,
  );
  const fault = {
    ...problem("KECS3005", 'IngressRoute("a")', "gone", "repair"),
    severity,
  } as const;
  expect(statusText({ ...status, routes: [fault], listeners: [] }, style)).toBe(
    `instance  shop (stack dev)
cluster   kecs-shop running since 2026-01-02T03:04:05Z
traefik   ready
routes    1 not loaded
warning KECS3005: IngressRoute("a"): gone
  hint: repair
AWS API   not running
  hint: npx kecs api --detach --stack dev`,
  );
});

test("status of a stopped instance has no hint for its API", () => {
  const stopped = { ...cluster, state: "stopped", since: null } as const;
  const text = statusText({ ...status, cluster: stopped, routes: null, listeners: [] }, style);
  expect(text).toMatch(/AWS API {3}not running$/);
});

test("status of an instance whose API made something", () => {
  const api = {
    ...awsApi,
    since: "2026-01-02T03:04:05.678Z",
    holds: { lb: 1, listener: 2 },
    warnings: ["CreateService of ecs has no field colour, so it was left out"],
  };
  expect(statusText({ ...status, routes: [], listeners: [], awsApi: api }, style)).toContain(
    `AWS API   http://127.0.0.1:5373 since 2026-01-02T03:04:05Z, holds 1 lb, 2 listener
  CreateService of ecs has no field colour, so it was left out`,
  );
});

test("status of an instance in which two stacks have listeners", () => {
  const listeners = [
    { ...listener, stack: "shop/dev" },
    { ...listener, port: 443, protocol: "HTTPS", stack: "blog/dev" },
  ];
  expect(statusText({ ...status, routes: [], listeners }, style)).toContain(
    `ALB       LISTENER   URL                                  ANSWER  HEALTHY  STACK
shop-alb  HTTP 80    http://shop-alb.elb.localhost:8080/  200     3/3      shop/dev
shop-alb  HTTPS 443  http://shop-alb.elb.localhost:8080/  200     3/3      blog/dev`,
  );
});

test("status of a stopped instance", () => {
  const stopped = { ...listener, status: null, answer: "stopped", targets: null };
  const text = statusText(
    {
      stack: "dev",
      instance: "shop",
      cluster: { name: "kecs-shop", state: "stopped", since: null },
      traefik: "unknown",
      routes: null,
      awsApi: null,
      listeners: [stopped],
      endpoints: [],
    },
    style,
  );
  expect(text).toContain("cluster   kecs-shop stopped\ntraefik   unknown\n");
  expect(text).toContain("stopped  ?");
});
