import fc from "fast-check";
import * as arn from "../../../core/arn";
import { awsName, ecsName } from "../../helpers/arbitrary";

const SCOPE = { instance: "myapp", region: "us-east-1", accountId: "000000000000" };

/* The forms of AWS's service authorization reference (lists of ELB v2 and ECS resource types). */
const ELB = "^arn:aws:elasticloadbalancing:[a-z0-9-]+:\\d{12}:";
const ECS = "^arn:aws:ecs:[a-z0-9-]+:\\d{12}:";
const GRAMMAR = {
  loadBalancer: new RegExp(`${ELB}loadbalancer/app/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}$`),
  listener: new RegExp(`${ELB}listener/app/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}/[0-9a-f]{16}$`),
  targetGroup: new RegExp(`${ELB}targetgroup/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}$`),
  trustStore: new RegExp(`${ELB}truststore/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}$`),
  certificate:
    /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  cluster: new RegExp(`${ECS}cluster/[\\w-]{1,255}$`),
  service: new RegExp(`${ECS}service/[\\w-]{1,255}/[\\w-]{1,255}$`),
  taskDefinition: new RegExp(`${ECS}task-definition/[\\w-]{1,255}:\\d+$`),
};

const port = fc.integer({ min: 1, max: 65535 });

test("makes ARNs of AWS's grammar for every name that AWS allows", () => {
  fc.assert(
    fc.property(awsName, ecsName, ecsName, port, (elb, ecs, other, number) => {
      expect(arn.loadBalancerArn(SCOPE, elb)).toMatch(GRAMMAR.loadBalancer);
      expect(arn.listenerArn(SCOPE, elb, number)).toMatch(GRAMMAR.listener);
      expect(arn.targetGroupArn(SCOPE, elb)).toMatch(GRAMMAR.targetGroup);
      expect(arn.trustStoreArn(SCOPE, elb)).toMatch(GRAMMAR.trustStore);
      expect(arn.certificateArn(SCOPE, ecs)).toMatch(GRAMMAR.certificate);
      expect(arn.clusterArn(SCOPE, ecs)).toMatch(GRAMMAR.cluster);
      expect(arn.serviceArn(SCOPE, ecs, other)).toMatch(GRAMMAR.service);
      expect(arn.taskDefinitionArn(SCOPE, ecs, number)).toMatch(GRAMMAR.taskDefinition);
    }),
  );
});

test("never changes what an ARN is: programs and records of older stacks hold it", () => {
  expect([
    arn.loadBalancerArn(SCOPE, "myapp-alb"),
    arn.listenerArn(SCOPE, "myapp-alb", 80),
    arn.listenerRuleArn(SCOPE, "myapp-alb", 80, "api"),
    arn.targetGroupArn(SCOPE, "web"),
    arn.trustStoreArn(SCOPE, "clients"),
    arn.certificateArn(SCOPE, "shop"),
    arn.clusterArn(SCOPE, "main"),
    arn.serviceArn(SCOPE, "main", "web"),
    arn.taskDefinitionArn(SCOPE, "web", 1),
  ]).toEqual([
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/myapp-alb/91ffe6af2fb9ee3e",
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/myapp-alb/91ffe6af2fb9ee3e/ba2c317eb15d0050",
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:listener-rule/app/myapp-alb/91ffe6af2fb9ee3e/ba2c317eb15d0050/908957c1b6b5df9c",
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/web/f72b5cb589611bbd",
    "arn:aws:elasticloadbalancing:us-east-1:000000000000:truststore/clients/990dd8a5cf2da9b3",
    "arn:aws:acm:us-east-1:000000000000:certificate/69803147-bb47-3ea4-b97d-0618e0355c32",
    "arn:aws:ecs:us-east-1:000000000000:cluster/main",
    "arn:aws:ecs:us-east-1:000000000000:service/main/web",
    "arn:aws:ecs:us-east-1:000000000000:task-definition/web:1",
  ]);
});

test("carries the region and the account", () => {
  const scope = { instance: "b", region: "eu-west-1", accountId: "123456789012" };
  expect(arn.loadBalancerArn(scope, "a")).toMatch(
    /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer\/app\/a\//,
  );
});

test("gives two instances different ids for one name", () => {
  const other = { ...SCOPE, instance: "other" };
  expect(arn.loadBalancerArn(other, "a")).not.toBe(arn.loadBalancerArn(SCOPE, "a"));
  expect(arn.targetGroupArn(other, "a")).not.toBe(arn.targetGroupArn(SCOPE, "a"));
});

test("puts the load balancer's id into its listeners' ARNs, as AWS does", () => {
  const balancer = arn.loadBalancerArn(SCOPE, "a").split("/").at(-1);
  expect(arn.listenerArn(SCOPE, "a", 80).split("/").at(-2)).toBe(balancer);
});

test("gives every listener of a load balancer an ARN of its own", () => {
  const arns = [80, 443, 8081, 8082].map((of) => arn.listenerArn(SCOPE, "a", of));
  expect(new Set(arns).size).toBe(4);
});

test("finds a listener's port by its ARN, and none of another instance", () => {
  for (const port of [1, 443, 65535]) {
    expect(arn.listenerPort(SCOPE, arn.listenerArn(SCOPE, "a", port))).toBe(port);
  }
  const other = { ...SCOPE, instance: "other" };
  expect(arn.listenerPort(other, arn.listenerArn(SCOPE, "a", 80))).toBeUndefined();
  expect(arn.listenerPort(SCOPE, arn.targetGroupArn(SCOPE, "a"))).toBeUndefined();
});

describe("nameFromArn", () => {
  test("reads back every name", () => {
    fc.assert(
      fc.property(awsName, ecsName, (elb, ecs) => {
        expect(arn.nameFromArn("loadBalancer", arn.loadBalancerArn(SCOPE, elb))).toBe(elb);
        expect(arn.nameFromArn("listener", arn.listenerArn(SCOPE, elb, 80))).toBe(elb);
        expect(arn.nameFromArn("targetGroup", arn.targetGroupArn(SCOPE, elb))).toBe(elb);
        expect(arn.nameFromArn("trustStore", arn.trustStoreArn(SCOPE, elb))).toBe(elb);
        expect(arn.nameFromArn("listener", arn.listenerArn(SCOPE, elb, 80))).toBe(elb);
        expect(arn.nameFromArn("certificate", arn.certificateArn(SCOPE, ecs))).toBe(
          arn.certificateArn(SCOPE, ecs).split("/")[1],
        );
        expect(arn.nameFromArn("cluster", arn.clusterArn(SCOPE, ecs))).toBe(ecs);
      }),
    );
  });

  test.each([
    ["a plain name", "myapp-alb"],
    ["an empty text", ""],
    ["the ARN of a listener", arn.listenerArn(SCOPE, "a", 80)],
    ["the ARN of a target group", arn.targetGroupArn(SCOPE, "a")],
    [
      "a Network Load Balancer",
      "arn:aws:elasticloadbalancing:r:1:loadbalancer/net/a/0123456789abcdef",
    ],
    ["a short id", "arn:aws:elasticloadbalancing:r:1:loadbalancer/app/a/0123456789abcde"],
    ["something behind it", `${arn.loadBalancerArn(SCOPE, "a")}/x`],
    ["something before it", `x${arn.loadBalancerArn(SCOPE, "a")}`],
  ])("is undefined for %s where a load balancer is asked for", (_, text) => {
    expect(arn.nameFromArn("loadBalancer", text)).toBeUndefined();
  });
});
