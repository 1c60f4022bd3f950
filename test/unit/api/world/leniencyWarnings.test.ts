import { LENIENCIES } from "../../../../api/server/dispatch";
import { createLogGroup } from "../../../../api/operations/logs/createLogGroup";
import { createCluster } from "../../../../api/operations/ecs/createCluster";
import { createService } from "../../../../api/operations/ecs/createService";
import { deleteService } from "../../../../api/operations/ecs/deleteService";
import { registerTaskDefinition } from "../../../../api/operations/ecs/registerTaskDefinition";
import { runTask } from "../../../../api/operations/ecs/runTask";
import type { Leniency } from "../../../../api/world/leniency";
import { leniencyWarnings } from "../../../../api/world/leniencyWarnings";
import { CONTAINER, REQUEST, shop as ecsShop } from "../../../helpers/api/ecsShop";
import type { FakeInstance } from "../../../helpers/api/fakeInstance";
import { NOT_FOUND, SHOP, shop, SHOP_80, WEB } from "../../../helpers/api/loadBalancing";

const warningsOf = ({ world }: Pick<FakeInstance, "world">): string[] =>
  leniencyWarnings(Object.values(LENIENCIES).flat(), world);
/** The fields and whose they are. */
const heads = (of: Pick<FakeInstance, "world">): string[] =>
  warningsOf(of).map((text) => text.split(": on AWS ")[0] ?? "");

test("what has AWS's defaults is no warning", () => {
  const instance = shop();
  instance.ask("ModifyLoadBalancerAttributes", {
    LoadBalancerArn: SHOP,
    Attributes: [
      { Key: "access_logs.s3.enabled", Value: "false" },
      { Key: "routing.http.desync_mitigation_mode", Value: "defensive" },
      { Key: "idle_timeout.timeout_seconds", Value: "90" },
    ],
  });
  instance.ask("CreateLoadBalancer", {
    Name: "plain",
    Scheme: "internet-facing",
    IpAddressType: "ipv4",
    Subnets: ["subnet-1", "subnet-2"],
    SecurityGroups: [],
  });
  expect(warningsOf(instance)).toEqual([]);
});

test("a field without effect is told with its object, what it would change on AWS, and what happens here", () => {
  const instance = shop();
  instance.ask("CreateLoadBalancer", { Name: "inner", Scheme: "internal" });
  expect(warningsOf(instance)).toEqual([
    "Scheme of load balancer inner: on AWS internal load balancers have private addresses alone; here both kinds answer on the instance's bindAddress",
  ]);
});

test("load balancers, their attributes, listeners, rules and target groups tell, and a removed one does not", () => {
  const instance = shop();
  instance.ask("SetSecurityGroups", { LoadBalancerArn: SHOP, SecurityGroups: ["sg-1"] });
  instance.ask("ModifyLoadBalancerAttributes", {
    LoadBalancerArn: SHOP,
    Attributes: [
      { Key: "client_keep_alive.seconds", Value: "60" },
      { Key: "waf.fail_open.enabled", Value: "true" },
    ],
  });
  instance.ask("ModifyTargetGroupAttributes", {
    TargetGroupArn: WEB,
    Attributes: [
      { Key: "slow_start.duration_seconds", Value: "30" },
      { Key: "deregistration_delay.timeout_seconds", Value: "5" },
    ],
  });
  const { Rules = [] } = instance.ask("CreateRule", {
    ListenerArn: SHOP_80,
    Priority: 7,
    Conditions: [{ Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0/8"] } }],
    Actions: [NOT_FOUND],
  });
  instance.ask("CreateTargetGroup", {
    Name: "agent",
    Protocol: "HTTP",
    Port: 80,
    TargetType: "ip",
    TargetControlPort: 3000,
  });
  instance.ask("RegisterTargets", { TargetGroupArn: WEB, Targets: [{ Id: "10.0.0.1" }] });
  expect(heads(instance)).toEqual([
    "SecurityGroups of load balancer shop",
    "TargetControlPort of target group agent",
    "Targets of target group web",
    "Conditions.SourceIpConfig of rule 7 of shop",
    "client_keep_alive.seconds, waf.fail_open.enabled of load balancer shop",
    "slow_start.duration_seconds of target group web",
  ]);
  instance.ask("DeleteRule", { RuleArn: Rules[0]?.RuleArn ?? "" });
  instance.ask("SetSecurityGroups", { LoadBalancerArn: SHOP, SecurityGroups: [] });
  expect(heads(instance)).not.toContain("Conditions.SourceIpConfig of rule 7 of shop");
  expect(heads(instance)).not.toContain("SecurityGroups of load balancer shop");
});

test("a rule for addresses of clients is none where the load balancer simulates them", () => {
  const instance = shop();
  instance.ask("ModifyLoadBalancerAttributes", {
    LoadBalancerArn: SHOP,
    Attributes: [{ Key: "kecs.simulate_source_ip", Value: "true" }],
  });
  instance.ask("CreateRule", {
    ListenerArn: SHOP_80,
    Priority: 7,
    Conditions: [{ Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0/8"] } }],
    Actions: [NOT_FOUND],
  });
  expect(warningsOf(instance)).toEqual([]);
});

test("a rule's host that tasks do not find is told, one that they find is not", () => {
  const instance = shop();
  const rule = (priority: number, host: string) => {
    instance.ask("CreateRule", {
      ListenerArn: SHOP_80,
      Priority: priority,
      Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: [host] } }],
      Actions: [NOT_FOUND],
    });
  };
  rule(1, "orders.example.test");
  rule(2, "*.example.test");
  expect(heads(instance)).toEqual([]);
  rule(3, "a.b.c.d.e.f.g.example.test");
  expect(heads(instance)).toEqual(["Conditions.HostHeaderConfig of rule 3 of shop"]);
  instance.objects = instance.objects.map((object) =>
    object.kind === "lb" ? { ...object, owner: "pulumi" } : object,
  );
  expect(heads(instance)).toEqual(["Conditions.HostHeaderConfig of rule 1 of shop, 3 of shop"]);
});

test("clusters, services, task definitions, tasks and log groups tell until they end", () => {
  const instance = ecsShop();
  instance.call(createCluster, {
    clusterName: "own",
    settings: [{ name: "containerInsights", value: "enabled" }],
    capacityProviders: ["FARGATE"],
  });
  instance.call(registerTaskDefinition, {
    family: "roles",
    taskRoleArn: "arn:aws:iam::000000000000:role/task",
    containerDefinitions: [
      { ...CONTAINER, ulimits: [{ name: "nofile", softLimit: 1, hardLimit: 2 }] },
    ],
  });
  instance.call(createService, {
    ...REQUEST,
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
    platformVersion: "LATEST",
    enableExecuteCommand: true,
    deploymentConfiguration: { alarms: { alarmNames: ["a"], enable: true, rollback: true } },
  });
  instance.call(runTask, {
    cluster: "main",
    taskDefinition: "web",
    platformVersion: "1.4.0",
    overrides: { taskRoleArn: "arn:aws:iam::000000000000:role/task" },
  });
  instance.call(createLogGroup, { logGroupName: "/app", kmsKeyId: "key" });
  expect(heads(instance)).toEqual([
    "networkConfiguration of service main/web",
    "deploymentConfiguration.alarms, enableExecuteCommand of service main/web",
    "capacityProviders of cluster own",
    "settings of cluster own",
    "containerDefinitions[].ulimits, taskRoleArn of task definition roles:1",
    expect.stringMatching(
      /^platformVersion, overrides\.taskRoleArn of task main\/[0-9a-f]{32}$/,
    ) as string,
    "kmsKeyId of log group /app",
  ]);
  instance.call(deleteService, { cluster: "main", service: "web", force: true });
  expect(heads(instance).join("\n")).not.toContain("service main/web");
});

test("what a Pulumi program made is its program's to tell", () => {
  const instance = shop();
  instance.ask("SetSecurityGroups", { LoadBalancerArn: SHOP, SecurityGroups: ["sg-1"] });
  instance.objects = instance.objects.map((object) => ({ ...object, owner: "pulumi" }));
  expect(warningsOf(instance)).toEqual([]);
});

test("objects that have the same are one line, and lines are at most fifty", () => {
  const { world } = shop();
  const uses = (fields: readonly (readonly string[])[]): Leniency => ({
    operations: [],
    what: "",
    aws: "yes",
    here: "no",
    uses: () => fields.map((of, i) => ({ what: "thing", name: `t${i}`, fields: of })),
  });
  expect(leniencyWarnings([uses([["a"], ["a"], ["b"], [], ["a"], ["a"]])], world)).toEqual([
    "a of thing t0, t1, t4 and 1 more: on AWS yes; here no",
    "b of thing t2: on AWS yes; here no",
  ]);
  const many = Array.from({ length: 52 }, (_, i) => [`f${i}`]);
  const lines = leniencyWarnings([uses(many)], world);
  expect([lines.length, lines.at(-1)]).toEqual([51, "and 2 more of the kind"]);
});
