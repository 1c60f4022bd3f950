import { loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import { listenerRecord } from "../../../../../core/lb/listener/record";
import { ruleRecord } from "../../../../../core/lb/listenerRule/record";
import { loadBalancerRecord } from "../../../../../core/lb/loadBalancer/record";
import type { AlbValues } from "../../../../../core/lb/loadBalancer/values";
import { recordedLoadBalancers } from "../../../../../core/lb/recorded/loadBalancers";
import { targetGroupRecord } from "../../../../../core/lb/targetGroup/record";
import type { RecordContent } from "../../../../../core/records/manifest";
import {
  LoadBalancing,
  NOT_FOUND,
  SECURE,
  SHOP,
  shop,
  SHOP_80,
  WEB,
  WEB_GROUP,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

/* Objects of Pulumi programs and of this API in one instance. */

const FORWARD = { type: "forward", targetGroupArn: WEB };

/** The records of a Pulumi program with the load balancer `shop`. */
function pulumisShop(more: Partial<AlbValues> = {}): LoadBalancing {
  const instance = new LoadBalancing();
  const add = ({ key, arn, attributes }: RecordContent) =>
    instance.add({
      kind: key.split("-")[0] ?? "",
      key,
      arn,
      attributes: attributes as Record<string, unknown>,
      owner: "pulumi",
      stack: "shop/dev",
    });
  const listener = {
    connection: CONNECTION,
    loadBalancerArn: SHOP,
    port: 80,
    defaultActions: [FORWARD],
  };
  add(loadBalancerRecord({ name: "shop", hostnames: ["*.shop.test"], ...more }, SHOP));
  add(targetGroupRecord({ name: "web", stickiness: { type: "lb_cookie" } }, WEB));
  add(listenerRecord(listener, undefined));
  const rule = {
    connection: CONNECTION,
    listenerArn: SHOP_80,
    priority: 10,
    conditions: [{ pathPattern: { values: ["/a"] } }],
    actions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", path: "/b" } }],
  };
  add(
    ruleRecord(rule, "api", `${SHOP_80.replace(":listener/", ":listener-rule/")}/0123456789abcdef`),
  );
  return instance;
}
const PULUMIS_RULE = `${SHOP_80.replace(":listener/", ":listener-rule/")}/0123456789abcdef`;

test("what Pulumi made is described, with AWS's defaults", () => {
  const instance = pulumisShop({ idleTimeout: 5 });
  expect(instance.ask("DescribeLoadBalancers", {}).LoadBalancers).toMatchObject([
    { LoadBalancerArn: SHOP, Scheme: "internet-facing", SecurityGroups: ["sg-0123456789abcdef0"] },
  ]);
  expect(
    instance.ask("DescribeLoadBalancerAttributes", { LoadBalancerArn: SHOP }).Attributes,
  ).toContainEqual({ Key: "idle_timeout.timeout_seconds", Value: "5" });
  expect(
    instance.ask("DescribeTargetGroupAttributes", { TargetGroupArn: WEB }).Attributes,
  ).toContainEqual({ Key: "stickiness.enabled", Value: "true" });
  expect(instance.ask("DescribeTargetGroups", {}).TargetGroups).toMatchObject([
    { TargetGroupArn: WEB, Port: 80, LoadBalancerArns: [SHOP] },
  ]);
  expect(instance.ask("DescribeListeners", { LoadBalancerArn: SHOP }).Listeners).toMatchObject([
    { ListenerArn: SHOP_80, DefaultActions: [{ TargetGroupArn: WEB }] },
  ]);
  expect(instance.ask("DescribeRules", { ListenerArn: SHOP_80 }).Rules).toMatchObject([
    {
      RuleArn: PULUMIS_RULE,
      Actions: [
        {
          Type: "redirect",
          RedirectConfig: {
            Protocol: "#{protocol}",
            Host: "#{host}",
            Port: "#{port}",
            Path: "/b",
            Query: "#{query}",
            StatusCode: "HTTP_301",
          },
        },
      ],
    },
    { IsDefault: true },
  ]);
});

test.each<[string, (instance: LoadBalancing) => string]>([
  ["DeleteLoadBalancer", (of) => of.refusal("DeleteLoadBalancer", { LoadBalancerArn: SHOP })],
  [
    "ModifyLoadBalancerAttributes",
    (of) => of.refusal("ModifyLoadBalancerAttributes", { LoadBalancerArn: SHOP, Attributes: [] }),
  ],
  [
    "SetSecurityGroups",
    (of) => of.refusal("SetSecurityGroups", { LoadBalancerArn: SHOP, SecurityGroups: [] }),
  ],
  ["SetSubnets", (of) => of.refusal("SetSubnets", { LoadBalancerArn: SHOP })],
  [
    "SetIpAddressType",
    (of) => of.refusal("SetIpAddressType", { LoadBalancerArn: SHOP, IpAddressType: "ipv4" }),
  ],
  ["ModifyIpPools", (of) => of.refusal("ModifyIpPools", { LoadBalancerArn: SHOP })],
  ["DeleteTargetGroup", (of) => of.refusal("DeleteTargetGroup", { TargetGroupArn: WEB })],
  ["ModifyTargetGroup", (of) => of.refusal("ModifyTargetGroup", { TargetGroupArn: WEB })],
  [
    "ModifyTargetGroupAttributes",
    (of) => of.refusal("ModifyTargetGroupAttributes", { TargetGroupArn: WEB, Attributes: [] }),
  ],
  ["RegisterTargets", (of) => of.refusal("RegisterTargets", { TargetGroupArn: WEB, Targets: [] })],
  [
    "DeregisterTargets",
    (of) => of.refusal("DeregisterTargets", { TargetGroupArn: WEB, Targets: [] }),
  ],
  ["ModifyListener", (of) => of.refusal("ModifyListener", { ListenerArn: SHOP_80 })],
  ["DeleteListener", (of) => of.refusal("DeleteListener", { ListenerArn: SHOP_80 })],
  [
    "ModifyListenerAttributes",
    (of) => of.refusal("ModifyListenerAttributes", { ListenerArn: SHOP_80, Attributes: [] }),
  ],
  ["ModifyRule", (of) => of.refusal("ModifyRule", { RuleArn: PULUMIS_RULE })],
  ["DeleteRule", (of) => of.refusal("DeleteRule", { RuleArn: PULUMIS_RULE })],
  [
    "SetRulePriorities",
    (of) =>
      of.refusal("SetRulePriorities", {
        RulePriorities: [{ RuleArn: PULUMIS_RULE, Priority: 1 }],
      }),
  ],
  ["AddTags", (of) => of.refusal("AddTags", { ResourceArns: [SHOP], Tags: [] })],
  ["RemoveTags", (of) => of.refusal("RemoveTags", { ResourceArns: [WEB], TagKeys: [] })],
])("%s leaves alone what Pulumi made, and names its stack", (_, refused) => {
  expect(refused(pulumisShop())).toMatch(
    /^OperationNotPermitted: (Load balancer|Target group|Listener|Rule) 'arn:.*' belongs to the Pulumi stack shop\/dev; change it in the program of that stack/,
  );
});

test("the same again is what Pulumi made; with other settings the stack is named", () => {
  const instance = pulumisShop();
  const { LoadBalancers } = instance.ask("CreateLoadBalancer", { Name: "shop" });
  expect(LoadBalancers).toMatchObject([{ LoadBalancerArn: SHOP }]);
  expect(instance.ask("CreateTargetGroup", WEB_GROUP).TargetGroups).toHaveLength(1);
  const listener = {
    LoadBalancerArn: SHOP,
    Protocol: "HTTP" as const,
    Port: 80,
    DefaultActions: [{ Type: "forward" as const, TargetGroupArn: WEB }],
  };
  expect(instance.ask("CreateListener", listener).Listeners).toMatchObject([
    { ListenerArn: SHOP_80 },
  ]);
  expect(instance.objects.every(({ owner }) => owner === "pulumi")).toBe(true);
  expect(instance.refusal("CreateLoadBalancer", { Name: "shop", Scheme: "internal" })).toMatch(
    /different settings \(see the Pulumi stack shop\/dev\)$/,
  );
  expect(instance.refusal("CreateListener", { ...listener, DefaultActions: [NOT_FOUND] })).toMatch(
    /^DuplicateListener: .*\(see the Pulumi stack shop\/dev\)$/,
  );
});

const rule = (Priority: number, ...hosts: string[]) => ({
  ListenerArn: SHOP_80,
  Priority,
  Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: hosts } }],
  Actions: [{ Type: "forward" as const, TargetGroupArn: WEB }],
});

test("a rule joins Pulumi's listener where its hosts are the load balancer's", () => {
  const instance = pulumisShop();
  instance.ask("CreateRule", rule(1, "a.shop.test"));
  expect(instance.objects.at(-1)).toMatchObject({ owner: "api", kind: "rule" });
  expect(instance.refusal("CreateRule", rule(10, "a.shop.test"))).toBe(
    "PriorityInUse: Priority '10' is currently in use (see the Pulumi stack shop/dev)",
  );
  expect(instance.refusal("CreateRule", rule(2, "b.test"))).toMatch(
    /^InvalidConfigurationRequest: Conditions\[0\].HostHeaderConfig: "b.test" does not reach this listener of another stack; add it to hostnames/,
  );
});

test("a listener joins Pulumi's load balancer, and brings hosts along", () => {
  const instance = pulumisShop();
  const { Listeners } = instance.ask("CreateListener", {
    LoadBalancerArn: SHOP,
    Protocol: "HTTP",
    Port: 9001,
    DefaultActions: [NOT_FOUND],
  });
  const ListenerArn = Listeners?.[0]?.ListenerArn ?? "";
  instance.ask("CreateRule", { ...rule(1, "b.test"), ListenerArn });
  const [lb] = recordedLoadBalancers(
    { objects: instance.objects, unreadable: new Set() },
    CONNECTION,
  );
  expect(lb?.listeners.map(({ model }) => [model.port, model.localPort, model.hosts])).toEqual([
    [80, 8080, ["shop.elb.localhost", "shop.elb.amazonaws.com", "*.shop.test"]],
    [9001, 9001, ["shop.elb.localhost", "shop.elb.amazonaws.com", "*.shop.test", "b.test"]],
  ]);
});

test("a listener with a policy joins a load balancer that has wildcards", () => {
  const instance = pulumisShop().addCertificate();
  instance.ask("CreateListener", { ...SECURE, SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" });
  const [lb] = recordedLoadBalancers(
    { objects: instance.objects, unreadable: new Set() },
    CONNECTION,
  );
  const secure = lb?.listeners.find(({ model }) => model.port === 443);
  expect(secure?.model).toMatchObject({
    hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com", "*.shop.test"],
    tls: { optionName: expect.any(String) as string },
  });
});

test("what has an object of Pulumi below it is not deleted", () => {
  const instance = shop();
  const made = instance.ask("CreateRule", {
    ...rule(1, "a.test"),
    Actions: [NOT_FOUND],
  });
  const RuleArn = made.Rules?.[0]?.RuleArn;
  instance.objects = instance.objects.map((object) =>
    object.arn === RuleArn ? { ...object, owner: "pulumi", stack: "a/b" } : object,
  );
  const message = new RegExp(
    `^OperationNotPermitted: .* cannot be deleted because '${RuleArn ?? ""}' below it belongs to the Pulumi stack a/b`,
  );
  expect(instance.refusal("DeleteLoadBalancer", { LoadBalancerArn: SHOP })).toMatch(message);
  expect(instance.refusal("DeleteListener", { ListenerArn: SHOP_80 })).toMatch(message);
});

test("a host name of Pulumi's load balancer is no other one's", () => {
  const instance = pulumisShop({ hostnames: ["blog.elb.localhost"] });
  expect(instance.refusal("CreateLoadBalancer", { Name: "blog" })).toMatch(
    /belongs to load balancer 'shop' \(see the Pulumi stack shop\/dev\)/,
  );
});

test("Pulumi's use of a target group counts", () => {
  const instance = pulumisShop();
  instance.ask("CreateLoadBalancer", { Name: "blog" });
  expect(
    instance.refusal("CreateListener", {
      LoadBalancerArn: loadBalancerArn(CONNECTION, "blog"),
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn: WEB }],
    }),
  ).toMatch(/^TargetGroupAssociationLimit/);
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "own" });
  const TargetGroupArn = targetGroupArn(CONNECTION, "own");
  instance.ask("DeleteTargetGroup", { TargetGroupArn });
});

test("HTTP/2 stays on where a listener of Pulumi's has no TLS option for it", () => {
  const instance = shop();
  const values = {
    connection: CONNECTION,
    loadBalancerArn: SHOP,
    port: 443,
    defaultActions: [FORWARD],
  };
  const { key, arn, attributes } = listenerRecord(values, {
    issuesCertificate: true,
    hasOption: false,
  });
  const record = attributes as unknown as Record<string, unknown>;
  instance.add({ kind: "listener", key, arn, attributes: record, owner: "pulumi", stack: "a/b" });
  expect(
    instance.refusal("ModifyLoadBalancerAttributes", {
      LoadBalancerArn: SHOP,
      Attributes: [{ Key: "routing.http2.enabled", Value: "false" }],
    }),
  ).toMatch(/^InvalidConfigurationRequest: .*enableHttp2: false/);
});
