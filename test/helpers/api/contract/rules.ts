import type { Action, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { listener, loadBalancer, targetGroup } from "./shop";

/** Every kind of condition, with every member that it has. */
export const CONDITIONS: readonly RuleCondition[] = [
  { Field: "host-header", HostHeaderConfig: { Values: ["a.shop.test", "*.shop.test"] } },
  { Field: "host-header", HostHeaderConfig: { RegexValues: ["^shop[0-9]+\\.test$"] } },
  { Field: "path-pattern", PathPatternConfig: { Values: ["/a/*", "/\"b\"&'c'+?"] } },
  { Field: "path-pattern", PathPatternConfig: { RegexValues: ["^/v[0-9]+/.*$"] } },
  {
    Field: "http-header",
    HttpHeaderConfig: { HttpHeaderName: "User-Agent", Values: ["*Chrome*", "*Safari*"] },
  },
  { Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "X-A", RegexValues: ["^a+$"] } },
  { Field: "http-request-method", HttpRequestMethodConfig: { Values: ["GET", "PUT"] } },
  {
    Field: "query-string",
    QueryStringConfig: { Values: [{ Key: "version", Value: "v1" }, { Value: "*beta*" }] },
  },
  { Field: "source-ip", SourceIpConfig: { Values: ["10.0.0.0/8", "2001:db8::/32"] } },
];

/** Both that have the old form, in it. */
export const OLD_CONDITIONS: readonly RuleCondition[] = [
  { Field: "path-pattern", Values: ["/a/*", "/b"] },
  { Field: "host-header", Values: ["b.shop.test"] },
];

/** Every kind of action, with every member that it has. */
export async function actionsFor(api: MemoryApi): Promise<Action[]> {
  const [blue, green] = [await targetGroup(api, "blue"), await targetGroup(api, "green")];
  return [
    { Type: "forward", TargetGroupArn: blue },
    { Type: "forward", ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue, Weight: 5 }] } },
    {
      Type: "forward",
      Order: 1,
      ForwardConfig: {
        TargetGroups: [
          { TargetGroupArn: blue, Weight: 0 },
          { TargetGroupArn: green, Weight: 999 },
        ],
        TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 600 },
      },
    },
    {
      Type: "redirect",
      Order: 1,
      RedirectConfig: {
        Protocol: "HTTPS",
        Port: "8443",
        Host: "new.#{host}",
        Path: "/new/#{path}",
        Query: "from=old&#{query}",
        StatusCode: "HTTP_302",
      },
    },
    {
      Type: "fixed-response",
      Order: 1,
      FixedResponseConfig: { StatusCode: "418", ContentType: "text/plain", MessageBody: "<tea> &" },
    },
  ];
}

const describeOne = async ({ elb }: MemoryApi, RuleArn = "") =>
  only((await elb.describeRules({ RuleArns: [RuleArn] })).Rules);
const createOne = async (api: MemoryApi, ListenerArn: string, Priority = 1) => {
  const { Rules } = await api.elb.createRule({
    ListenerArn,
    Priority,
    Conditions: [{ Field: "path-pattern", Values: ["/tea"] }],
    Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "418" } }],
  });
  return only(Rules).RuleArn ?? "";
};

/** Rules, and tags. */
export const RULES: Cases = {
  async CreateRule(api) {
    const ListenerArn = await listener(api);
    const Tags = [{ Key: "team", Value: "shop" }];
    const actions = await actionsFor(api);
    const conditions = [...CONDITIONS, ...OLD_CONDITIONS];
    for (const [i, condition] of conditions.entries()) {
      const given = { Conditions: [condition], Actions: [actions[i % actions.length] as Action] };
      const { Rules } = await api.elb.createRule({ ListenerArn, Priority: i + 1, ...given, Tags });
      const made = only(Rules);
      expect(made).toMatchObject({ Priority: String(i + 1), IsDefault: false, ...given });
      expect(await describeOne(api, made.RuleArn)).toEqual(made);
    }
  },

  async DescribeRules(api) {
    const ListenerArn = await listener(api);
    for (const Priority of [30, 10, 20]) await createOne(api, ListenerArn, Priority);
    const { Rules = [] } = await api.elb.describeRules({ ListenerArn });
    expect(Rules.map(({ Priority }) => Priority)).toEqual(["10", "20", "30", "default"]);
    expect(Rules.at(-1)).toMatchObject({
      IsDefault: true,
      Conditions: [],
      Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
    });
    const page = await api.elb.describeRules({ ListenerArn, PageSize: 3 });
    const rest = await api.elb.describeRules({ ListenerArn, Marker: page.NextMarker });
    expect([...(page.Rules ?? []), ...(rest.Rules ?? [])]).toEqual(Rules);
  },

  async ModifyRule(api) {
    const RuleArn = await createOne(api, await listener(api));
    const [, , weighted] = await actionsFor(api);
    const given = { Conditions: CONDITIONS.slice(4, 6), Actions: [weighted as Action] };
    const { Rules } = await api.elb.modifyRule({ RuleArn, ...given });
    expect(only(Rules)).toMatchObject({ RuleArn, Priority: "1", ...given });
    expect(await describeOne(api, RuleArn)).toEqual(only(Rules));
  },

  async DeleteRule(api) {
    const ListenerArn = await listener(api);
    await api.elb.deleteRule({ RuleArn: await createOne(api, ListenerArn) });
    expect(only((await api.elb.describeRules({ ListenerArn })).Rules).IsDefault).toBe(true);
  },

  async SetRulePriorities(api) {
    const ListenerArn = await listener(api);
    const [a, b] = [await createOne(api, ListenerArn, 1), await createOne(api, ListenerArn, 2)];
    const RulePriorities = [
      { RuleArn: a, Priority: 2 },
      { RuleArn: b, Priority: 1 },
    ];
    const { Rules } = await api.elb.setRulePriorities({ RulePriorities });
    const described = await api.elb.describeRules({ ListenerArn });
    expect(described.Rules?.map(({ RuleArn }) => RuleArn).slice(0, 2)).toEqual([b, a]);
    expect(Rules).toEqual([await describeOne(api, a), await describeOne(api, b)]);
  },

  async AddTags(api) {
    const ResourceArns = await everyResource(api);
    const Tags = [
      { Key: "team", Value: "shop" },
      { Key: "note", Value: "é +=@ 1/2" },
    ];
    await api.elb.addTags({ ResourceArns, Tags });
    const { TagDescriptions } = await api.elb.describeTags({ ResourceArns });
    expect(TagDescriptions).toEqual(ResourceArns.map((ResourceArn) => ({ ResourceArn, Tags })));
  },

  async DescribeTags(api) {
    const Tags = [{ Key: "team", Value: "shop" }];
    const arn = await loadBalancer(api, { Tags });
    const { TagDescriptions } = await api.elb.describeTags({ ResourceArns: [arn] });
    expect(TagDescriptions).toEqual([{ ResourceArn: arn, Tags }]);
  },

  async RemoveTags(api) {
    const ResourceArns = await everyResource(api);
    const Tags = [{ Key: "a" }, { Key: "b", Value: "2" }];
    await api.elb.addTags({ ResourceArns, Tags });
    await api.elb.removeTags({ ResourceArns, TagKeys: ["b", "other"] });
    const { TagDescriptions = [] } = await api.elb.describeTags({ ResourceArns });
    for (const { Tags: left } of TagDescriptions) expect(left).toEqual([{ Key: "a", Value: "" }]);
  },
};

/** One of each kind that has tags. */
async function everyResource(api: MemoryApi): Promise<string[]> {
  const balancer = await loadBalancer(api);
  const front = await listener(api, { LoadBalancerArn: balancer });
  return [balancer, await targetGroup(api), front, await createOne(api, front)];
}
