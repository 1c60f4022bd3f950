import { trustStoreArn } from "../../../../../core/arn";
import {
  elsewhere,
  NOT_FOUND,
  SHOP,
  shop,
  SHOP_80,
  WEB,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

test("tags of several resources are added, described and removed", () => {
  const instance = shop();
  const { Rules } = instance.ask("CreateRule", {
    ListenerArn: SHOP_80,
    Priority: 1,
    Conditions: [{ Field: "path-pattern", Values: ["/a"] }],
    Actions: [NOT_FOUND],
    Tags: [{ Key: "own", Value: "1" }],
  });
  const rule = Rules?.[0]?.RuleArn ?? "";
  const ResourceArns = [elsewhere(SHOP), SHOP_80, WEB, rule];
  const tags = () =>
    instance
      .ask("DescribeTags", { ResourceArns })
      .TagDescriptions?.map(({ ResourceArn, Tags }) => [
        ResourceArn,
        ...(Tags ?? []).map(({ Key, Value }) => `${Key ?? ""}=${Value ?? ""}`),
      ]);
  instance.ask("AddTags", { ResourceArns, Tags: [{ Key: "a", Value: "b" }, { Key: "empty" }] });
  expect(tags()).toEqual([
    [elsewhere(SHOP), "a=b", "empty="],
    [SHOP_80, "a=b", "empty="],
    [WEB, "a=b", "empty="],
    [rule, "own=1", "a=b", "empty="],
  ]);
  instance.ask("AddTags", { ResourceArns: [SHOP], Tags: [{ Key: "a", Value: "c" }] });
  instance.ask("RemoveTags", { ResourceArns: ResourceArns.slice(1), TagKeys: ["a", "none"] });
  expect(tags()).toEqual([
    [elsewhere(SHOP), "a=c", "empty="],
    [SHOP_80, "empty="],
    [WEB, "empty="],
    [rule, "own=1", "empty="],
  ]);
});

test("a trust store, which Pulumi makes, has its tags there", () => {
  const arn = trustStoreArn(CONNECTION, "staff");
  const instance = shop().add({ kind: "ts", key: "ts-staff", arn, owner: "pulumi", stack: "a/b" });
  expect(instance.ask("DescribeTags", { ResourceArns: [arn] })).toEqual({
    TagDescriptions: [{ ResourceArn: arn, Tags: [] }],
  });
  expect(instance.refusal("AddTags", { ResourceArns: [arn], Tags: [{ Key: "a" }] })).toMatch(
    /^OperationNotPermitted: Trust store '.*' belongs to the Pulumi stack a\/b/,
  );
});

test.each<[string, string]>([
  ["arn:aws:elasticloadbalancing:r:1:loadbalancer/app/x/0", "LoadBalancerNotFound"],
  ["arn:aws:elasticloadbalancing:r:1:targetgroup/x/0", "TargetGroupNotFound"],
  ["arn:aws:elasticloadbalancing:r:1:listener/app/x/0/0", "ListenerNotFound"],
  ["arn:aws:elasticloadbalancing:r:1:listener-rule/app/x/0/0/0", "RuleNotFound"],
  ["arn:aws:elasticloadbalancing:r:1:truststore/x/0", "TrustStoreNotFound"],
  ["x", "ValidationError"],
])("rejects %s", (arn, code) => {
  const instance = shop();
  const ResourceArns = [SHOP, arn];
  expect(instance.refusal("DescribeTags", { ResourceArns })).toMatch(new RegExp(`^${code}: `));
  expect(instance.refusal("RemoveTags", { ResourceArns, TagKeys: ["a"] })).toMatch(code);
});

test("rejects a tag more than AWS allows a resource", () => {
  const instance = shop();
  const tags = (start: number) =>
    Array.from({ length: 30 }, (_, i) => ({ Key: `k${start + i}`, Value: "" }));
  instance.ask("AddTags", { ResourceArns: [SHOP], Tags: tags(0) });
  expect(instance.refusal("AddTags", { ResourceArns: [SHOP], Tags: tags(30) })).toMatch(
    /^TooManyTags: .*'60' tags; the limit is '50'/,
  );
});

test("rejects more resources than AWS takes in a call", () => {
  const ResourceArns = Array.from({ length: 21 }, () => SHOP);
  expect(shop().refusal("DescribeTags", { ResourceArns })).toBe(
    "ValidationError: ResourceArns has '21' ARNs; the limit is '20'",
  );
});
