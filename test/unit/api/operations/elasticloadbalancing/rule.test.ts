import type { CreateRuleCommandInput } from "@aws-sdk/client-elastic-load-balancing-v2";
import { listenerArn, listenerRuleArn, targetGroupArn } from "../../../../../core/arn";
import type { LoadBalancing } from "../../../../helpers/api/loadBalancing";
import {
  elsewhere,
  NOT_FOUND,
  SHOP,
  shop,
  SHOP_80,
  WEB,
  WEB_GROUP,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

const RULE: CreateRuleCommandInput = {
  ListenerArn: SHOP_80,
  Priority: 10,
  Conditions: [{ Field: "path-pattern", Values: ["/api/*"] }],
  Actions: [NOT_FOUND],
};
const arnOf = (instance: LoadBalancing, more: Partial<CreateRuleCommandInput> = {}): string =>
  instance.ask("CreateRule", { ...RULE, ...more }).Rules?.[0]?.RuleArn ?? "";

test("a rule has a name of its own, which its ARN goes by", () => {
  const instance = shop();
  const { Rules } = instance.ask("CreateRule", { ...RULE, Tags: [{ Key: "a", Value: "b" }] });
  const RuleArn = listenerRuleArn(CONNECTION, "shop", 80, "r-000000000001");
  expect(Rules).toEqual([
    {
      RuleArn,
      Priority: "10",
      Conditions: [
        {
          Field: "path-pattern",
          Values: ["/api/*"],
          PathPatternConfig: { Values: ["/api/*"] },
        },
      ],
      Actions: [NOT_FOUND],
      IsDefault: false,
    },
  ]);
  expect(instance.ask("DescribeRules", { RuleArns: [elsewhere(RuleArn)] }).Rules).toEqual(Rules);
  expect(instance.objects.at(-1)).toMatchObject({
    key: "rule-shop-80-r-000000000001",
    kind: "rule",
    attributes: {
      name: "r-000000000001",
      listenerArn: SHOP_80,
      priority: 10,
      conditions: [{ pathPattern: { values: ["/api/*"] } }],
      actions: [{ type: "fixed-response", fixedResponse: { statusCode: "404" } }],
      tags: { a: "b" },
    },
  });
});

test("rules come by priority, the default one at the end", () => {
  const instance = shop();
  for (const Priority of [30, 4, 200]) arnOf(instance, { Priority });
  const { Rules = [] } = instance.ask("DescribeRules", { ListenerArn: SHOP_80 });
  expect(Rules.map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
    ["4", false],
    ["30", false],
    ["200", false],
    ["default", true],
  ]);
  const page = instance.ask("DescribeRules", { ListenerArn: SHOP_80, PageSize: 3 });
  const { NextMarker: Marker } = page;
  expect(instance.ask("DescribeRules", { ListenerArn: SHOP_80, Marker }).Rules).toEqual([Rules[3]]);
});

test("the default rule has an ARN, and is the listener's", () => {
  const instance = shop();
  const [rule] = instance.ask("DescribeRules", { ListenerArn: SHOP_80 }).Rules ?? [];
  const RuleArn = rule?.RuleArn ?? "";
  expect(rule).toMatchObject({
    Priority: "default",
    Conditions: [],
    Actions: [{ Type: "forward", TargetGroupArn: WEB }],
    IsDefault: true,
  });
  expect(RuleArn).toMatch(
    new RegExp(`^${SHOP_80.replace(":listener/", ":listener-rule/")}/[0-9a-f]{16}$`),
  );
  expect(instance.ask("DescribeRules", { RuleArns: [RuleArn] }).Rules).toEqual([rule]);
  expect(instance.ask("DescribeTags", { ResourceArns: [RuleArn] })).toEqual({
    TagDescriptions: [{ ResourceArn: RuleArn, Tags: [] }],
  });
  expect(instance.refusal("DeleteRule", { RuleArn })).toBe(
    `OperationNotPermitted: Default rule '${RuleArn}' cannot be deleted`,
  );
  expect(instance.refusal("ModifyRule", { RuleArn, Actions: [NOT_FOUND] })).toBe(
    `OperationNotPermitted: Default rule '${RuleArn}' cannot be modified`,
  );
  const RulePriorities = [{ RuleArn, Priority: 1 }];
  expect(instance.refusal("SetRulePriorities", { RulePriorities })).toMatch(
    /^OperationNotPermitted: Default rule/,
  );
});

test.each<[string, Partial<CreateRuleCommandInput>, string | RegExp]>([
  ["a priority of another rule", {}, "PriorityInUse: Priority '10' is currently in use"],
  [
    "a listener that there is not",
    { ListenerArn: listenerArn(CONNECTION, "shop", 81) },
    "ListenerNotFound: One or more listeners not found",
  ],
  [
    "a target group that there is not",
    { Actions: [{ Type: "forward", TargetGroupArn: targetGroupArn(CONNECTION, "none") }] },
    "TargetGroupNotFound: One or more target groups not found",
  ],
  ["no condition", { Conditions: [] }, /^ValidationError: Conditions: a rule needs a condition/],
  [
    "an unknown field",
    { Conditions: [{ Field: "x" }] },
    "ValidationError: Condition field 'x' must be one of '[host-header,path-pattern,http-header,http-request-method,query-string,source-ip]'",
  ],
  [
    "a condition without its field",
    { Conditions: [{ Values: ["/a"] }] },
    "ValidationError: A condition field must be specified",
  ],
  [
    "values beside another field",
    { Conditions: [{ Field: "source-ip", Values: ["10.0.0.0/8"] }] },
    "ValidationError: The 'Values' field is not compatible with 'source-ip'",
  ],
  [
    "regular expressions beside a field that takes none",
    { Conditions: [{ Field: "query-string", RegexValues: ["a"], QueryStringConfig: {} }] },
    "ValidationError: The 'RegexValues' field is not compatible with 'query-string'",
  ],
  [
    "a field without its values",
    { Conditions: [{ Field: "http-header" }] },
    "ValidationError: A 'HttpHeaderConfig' must be specified with 'http-header'",
  ],
  [
    "another field's values",
    { Conditions: [{ Field: "path-pattern", HostHeaderConfig: { Values: ["a.test"] } }] },
    "ValidationError: 'HostHeaderConfig' is not compatible with 'path-pattern'",
  ],
  [
    "two lists of values that differ",
    {
      Conditions: [
        { Field: "path-pattern", Values: ["/a"], PathPatternConfig: { Values: ["/b"] } },
      ],
    },
    "ValidationError: You cannot provide both 'Values' and 'PathPatternConfig' with other values",
  ],
  [
    "too many values",
    {
      Conditions: [
        {
          Field: "path-pattern",
          PathPatternConfig: { Values: ["/a", "/b", "/c", "/d", "/e", "/f"] },
        },
      ],
    },
    /^ValidationError: Conditions: the rule has "6" condition values, and AWS allows 5/,
  ],
  [
    "a regular expression beyond Go's",
    { Conditions: [{ Field: "path-pattern", RegexValues: ["a(?=b)"] }] },
    /^ValidationError: Conditions\[0\].PathPatternConfig.RegexValues\[0\]/,
  ],
  [
    "rewrites",
    { Transforms: [{ Type: "url-rewrite" }] },
    /^InvalidConfigurationRequest: Transforms: KECS does not rewrite/,
  ],
  [
    "a redirect to itself",
    { Actions: [{ Type: "redirect", RedirectConfig: { StatusCode: "HTTP_301" } }] },
    /^InvalidLoadBalancerAction: Actions\[0\].RedirectConfig: the redirect leads back/,
  ],
  [
    "a host of another load balancer",
    { Conditions: [{ Field: "host-header", Values: ["blog.elb.localhost"] }] },
    /^InvalidConfigurationRequest: Conditions\[0\].HostHeaderConfig: host name "blog.elb.localhost" belongs to load balancer 'blog'/,
  ],
  [
    "jwt-validation",
    {
      Actions: [
        { Type: "jwt-validation", Order: 1 },
        { ...NOT_FOUND, Order: 2 },
      ],
    },
    /^InvalidLoadBalancerAction: .*AWS allows "jwt-validation" on HTTPS listeners only/,
  ],
])("rejects %s", (_, more, message) => {
  const instance = shop();
  instance.ask("CreateLoadBalancer", { Name: "blog" });
  arnOf(instance);
  const input = { ...RULE, ...(Object.keys(more).length === 0 ? {} : { Priority: 11 }), ...more };
  const refusal = instance.refusal("CreateRule", input);
  if (typeof message === "string") expect(refusal).toBe(message);
  else expect(refusal).toMatch(message);
});

test("rejects a host that is the name of a service of Cloud Map", () => {
  const instance = shop().add({
    kind: "discovery",
    key: "discovery-a.test",
    arn: "srv",
    attributes: { name: "a", dnsName: "a.test" },
  });
  const Conditions = [{ Field: "host-header", Values: ["A.test"] }];
  expect(instance.refusal("CreateRule", { ...RULE, Conditions })).toMatch(
    /host name "a.test" belongs to service 'a.test' of Cloud Map/,
  );
});

test("rejects a host that another load balancer's rule has", () => {
  const instance = shop();
  const { LoadBalancers } = instance.ask("CreateLoadBalancer", { Name: "blog" });
  const { Listeners } = instance.ask("CreateListener", {
    LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [NOT_FOUND],
  });
  const Conditions = [{ Field: "host-header", Values: ["A.test"] }];
  arnOf(instance, { ListenerArn: Listeners?.[0]?.ListenerArn, Conditions });
  expect(instance.refusal("CreateRule", { ...RULE, Conditions })).toMatch(
    /host name "a.test" belongs to load balancer 'blog'/,
  );
  arnOf(instance, { ListenerArn: Listeners?.[0]?.ListenerArn, Conditions, Priority: 11 });
});

test("rejects more rules than AWS allows a load balancer", () => {
  const instance = shop();
  arnOf(instance);
  const rule = instance.objects.at(-1);
  for (let priority = 100; priority < 199; priority += 1) {
    const name = `r-${priority}`;
    instance.add({
      kind: "rule",
      key: `rule-shop-80-${name}`,
      arn: listenerRuleArn(CONNECTION, "shop", 80, name),
      attributes: { ...rule?.attributes, priority, name },
    });
  }
  expect(instance.refusal("CreateRule", { ...RULE, Priority: 9 })).toMatch(
    /^TooManyRules: .*"101"/,
  );
});

test("a change keeps what it does not name, and the ARN", () => {
  const instance = shop();
  const RuleArn = arnOf(instance);
  const { Rules } = instance.ask("ModifyRule", {
    RuleArn,
    Actions: [{ Type: "forward", TargetGroupArn: elsewhere(WEB) }],
  });
  expect(Rules).toMatchObject([
    {
      RuleArn,
      Priority: "10",
      Conditions: [{ Field: "path-pattern" }],
      Actions: [{ Type: "forward", TargetGroupArn: WEB }],
    },
  ]);
  instance.ask("ModifyRule", {
    RuleArn,
    Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: ["a.test"] } }],
  });
  expect(instance.ask("DescribeRules", { RuleArns: [RuleArn] }).Rules).toMatchObject([
    { Conditions: [{ Field: "host-header", Values: ["a.test"] }], Actions: [{ Type: "forward" }] },
  ]);
  instance.ask("ModifyRule", { RuleArn, ResetTransforms: true });
  expect(instance.refusal("ModifyRule", { RuleArn })).toBe(
    "ValidationError: Either conditions or actions must be specified",
  );
  expect(
    instance.refusal("ModifyRule", { RuleArn, Transforms: [{ Type: "url-rewrite" }] }),
  ).toMatch(/Transforms/);
});

test("priorities change together", () => {
  const instance = shop();
  const [a, b, c] = [1, 2, 3].map((Priority) => arnOf(instance, { Priority }));
  const set = (...pairs: [string | undefined, number][]) => ({
    RulePriorities: pairs.map(([RuleArn, Priority]) => ({ RuleArn, Priority })),
  });
  const { Rules } = instance.ask("SetRulePriorities", set([a, 2], [b, 1]));
  expect(Rules?.map(({ RuleArn, Priority }) => [RuleArn, Priority])).toEqual([
    [a, "2"],
    [b, "1"],
  ]);
  expect(instance.refusal("SetRulePriorities", set([a, 5], [b, 3]))).toBe(
    "PriorityInUse: Priority '3' is currently in use",
  );
  expect(instance.refusal("SetRulePriorities", set([a, 5], [c, 5]))).toBe(
    "ValidationError: Priority '5' was provided multiple times",
  );
  expect(instance.refusal("SetRulePriorities", set([`${SHOP_80}/0`, 5]))).toBe(
    "RuleNotFound: One or more rules not found",
  );
});

test("a change rejects a rule whose target group a Pulumi program removed", () => {
  const instance = shop();
  const RuleArn = arnOf(instance, { Actions: [{ Type: "forward", TargetGroupArn: WEB }] });
  instance.objects = instance.objects.filter(({ kind }) => kind !== "tg");
  const Conditions = [{ Field: "path-pattern", Values: ["/b"] }];
  expect(instance.refusal("ModifyRule", { RuleArn, Conditions })).toMatch(
    /^TargetGroupNotFound: Actions\[0\].TargetGroupArn: no target group has the ARN/,
  );
});

test("a deleted rule is gone", () => {
  const instance = shop();
  const RuleArn = arnOf(instance);
  instance.ask("DeleteRule", { RuleArn });
  expect(instance.refusal("DeleteRule", { RuleArn })).toBe(
    "RuleNotFound: One or more rules not found",
  );
});

test.each<[object, string]>([
  [{}, "ValidationError: You must specify either listener rule ARNs or a listener ARN"],
  [
    { ListenerArn: SHOP_80, RuleArns: [SHOP_80] },
    "ValidationError: Listener rule ARNs and a listener ARN cannot be specified at the same time",
  ],
  [{ RuleArns: [SHOP_80] }, "RuleNotFound: One or more rules not found"],
])("descriptions reject %j", (input, message) => {
  expect(shop().refusal("DescribeRules", input)).toBe(message);
});

test("a rule of a load balancer that is gone is not described, nor does it come back", () => {
  const instance = shop();
  arnOf(instance);
  instance.objects = instance.objects.filter(({ kind }) => kind !== "lb");
  expect(instance.refusal("DescribeRules", { ListenerArn: SHOP_80 })).toMatch(/^ListenerNotFound/);
  instance.ask("CreateLoadBalancer", { Name: "shop" });
  expect(instance.ask("DescribeListeners", { LoadBalancerArn: SHOP }).Listeners).toEqual([]);
  expect(instance.objects.map(({ kind }) => kind)).toEqual(["tg", "lb"]);
});

test("a weighted forward is described as it was given", () => {
  const instance = shop();
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "new" });
  const ForwardConfig = {
    TargetGroups: [
      { TargetGroupArn: WEB, Weight: 9 },
      { TargetGroupArn: targetGroupArn(CONNECTION, "new"), Weight: 1 },
    ],
    TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 60 },
  };
  const Actions = [{ Type: "forward" as const, Order: 1, ForwardConfig }];
  const RuleArn = arnOf(instance, { Actions });
  expect(instance.ask("DescribeRules", { RuleArns: [RuleArn] }).Rules).toMatchObject([{ Actions }]);
});
