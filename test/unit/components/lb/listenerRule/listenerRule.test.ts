import * as pulumi from "@pulumi/pulumi";
import { listenerArn, listenerRuleArn, targetGroupArn } from "../../../../../core/arn";
import type { Rule } from "../../../../../core/lb/model";
import { ruleObjects } from "../../../../../core/lb/translate/child";
import { assumedTargetGroup } from "../../../../../core/lb/targetGroup/model";
import { crdErrors } from "../../../../helpers/crd";
import { deploy, type Deployment } from "../../../../helpers/deploy";
import * as routing from "../../../../helpers/routing";
import { CONNECTION } from "../../../../helpers/samples";
import { alb, group, hosts, listener, OK, rule } from "../../../../helpers/shop";

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const TRAEFIK = "kubernetes:traefik.io/v1alpha1";
const RULE = "kecs:lb:ListenerRule::api";
const ARN = listenerRuleArn(CONNECTION, "shop", 80, "api");
const STACK = "pulumi:pulumi:Stack::kecs-test";

const children = ({ resources }: Deployment, of = RULE) =>
  resources.filter(({ parent }) => parent === of).map(({ type, name }) => `${type}::${name}`);

const redirect = { type: "redirect", redirect: { statusCode: "HTTP_301", path: "/moved" } };

test.each<[string, () => Parameters<typeof rule>[3], string[]]>([
  ["to one target group", () => ({ actions: [forwardTo("web")] }), []],
  ["to one weighted target group", () => ({ actions: [weighted(group("web").arn)] }), []],
  [
    "to two target groups",
    () => ({ actions: [weighted(group("web").arn, group("next").arn)] }),
    [`${TRAEFIK}:TraefikService::api-action`],
  ],
  ["a redirect", () => ({ actions: [redirect] }), [`${TRAEFIK}:Middleware::api-action`]],
  ["a fixed response", () => ({ actions: [OK] }), [`${TRAEFIK}:Middleware::api-action`]],
])("has these children for %s", async (_, more, action) => {
  const made = await deploy(() => rule("api", listener(alb(), 80), 10, more()));
  expect(children(made).sort()).toEqual(
    [
      `${TRAEFIK}:Middleware::api-guard`,
      ...action,
      `${TRAEFIK}:IngressRoute::api`,
      `${CONFIG_MAP}::api-record`,
    ].sort(),
  );
  const parts = [`${TRAEFIK}:Middleware::api-guard`, ...action];
  expect(made.one(`${TRAEFIK}:IngressRoute`, "api").options.dependencies).toEqual(
    expect.arrayContaining([...parts, `${TRAEFIK}:IngressRoute::l80`]),
  );
});

function forwardTo(name: string) {
  return { type: "forward", targetGroupArn: group(name).arn };
}

function weighted(...arns: pulumi.Output<string>[]) {
  return { type: "forward", forward: { targetGroups: arns.map((arn) => ({ arn })) } };
}

const shop = routing.loadBalancer("shop", []);
const model: Rule = {
  name: "api",
  priority: 10,
  conditions: [routing.paths("/api/*")],
  action: {
    type: "forward",
    targetGroups: [
      { group: assumedTargetGroup(targetGroupArn(CONNECTION, "web")), weight: 3 },
      { group: assumedTargetGroup(targetGroupArn(CONNECTION, "next")), weight: 1 },
    ],
  },
};
const manifests = ({ parts, route }: ReturnType<typeof ruleObjects>) => [...parts, route];
const applied = (made: Deployment) =>
  made.resources
    .filter(({ type, parent }) => parent === RULE && type.startsWith(TRAEFIK))
    .map(({ inputs }) => inputs as unknown as ReturnType<typeof ruleObjects>["route"]);
const byKind = <T extends { kind: string }>(all: readonly T[]) =>
  all.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));

test("makes its objects as the translation says", async () => {
  const made = await deploy(() => {
    const targetGroups = [
      { arn: group("web").arn, weight: 3 },
      { arn: group("next").arn, weight: 1 },
    ];
    rule("api", listener(alb(), 80), 10, {
      actions: [{ type: "forward", forward: { targetGroups } }],
    });
  });
  const expected = manifests(ruleObjects(shop, routing.listener(), model));
  expect(byKind(applied(made))).toEqual(byKind(expected));
  for (const object of applied(made)) expect(crdErrors(object)).toEqual([]);
});

test("keeps its names and its ARN when its priority changes", async () => {
  const at = (priority: number) =>
    deploy(() => ({ arn: rule("api", listener(alb(), 80), priority).arn }));
  const [first, second] = [await at(10), await at(20)];
  expect([first, second].map(({ outputs }) => outputs.get(STACK))).toEqual([
    { arn: ARN },
    { arn: ARN },
  ]);
  expect(children(second)).toEqual(children(first));
  const names = (made: Deployment) => applied(made).map(({ metadata }) => metadata);
  expect(names(second)).toEqual(names(first));
  const priorities = (made: Deployment) => {
    type Spec = { routes: { priority: number }[] };
    const { spec } = made.one(`${TRAEFIK}:IngressRoute`, "api").inputs as { spec: Spec };
    return spec.routes.map(({ priority }) => priority);
  };
  expect([priorities(first), priorities(second)]).toEqual([
    [199980, 199979],
    [199960, 199959],
  ]);
});

test("leaves a record of what it was told", async () => {
  const made = await deploy(() => rule("api", listener(alb(), 80), 10, { tags: { team: "a" } }));
  const { metadata, data } = made.one(CONFIG_MAP, "api-record").inputs as {
    metadata: { name: string };
    data: { arn: string; attributes: string };
  };
  expect(metadata.name).toBe("rule-shop-80-api");
  expect(data.arn).toBe(ARN);
  expect(JSON.parse(data.attributes)).toEqual({
    name: "api",
    listenerArn: listenerArn(CONNECTION, "shop", 80),
    priority: 10,
    conditions: [{ pathPattern: { values: ["/api/*"] } }],
    actions: [OK],
    tags: { team: "a" },
  });
});

describe("the hosts of its conditions", () => {
  const routed = async (program: () => unknown) => {
    const made = await deploy(program);
    type Spec = { routes: { match: string }[] };
    const { spec } = made.one(`${TRAEFIK}:IngressRoute`, "l80").inputs as { spec: Spec };
    return spec.routes.map(({ match }) => match);
  };
  const own = "Host(`shop.elb.localhost`) || Host(`shop.elb.amazonaws.com`)";

  test("are the listener's as well, in lower case and each once", async () => {
    expect(
      await routed(() => {
        const of = listener(alb(), 80);
        rule("a", of, 1, { conditions: hosts("A.test", "shop.elb.localhost") });
        rule("b", of, 2, { conditions: hosts("a.test", "*.b.test") });
      }),
    ).toEqual([`${own} || Host(\`a.test\`)`, "HostRegexp(`(?is)^.*\\.b\\.test\\.?$`)"]);
  });

  test("are no further ones where a wildcard of the load balancer has them", async () => {
    expect(
      await routed(() => {
        const of = listener(alb({ hostnames: ["*.shop.test"] }), 80);
        rule("a", of, 1, { conditions: hosts("api.shop.test", "*.api.shop.test") });
      }),
    ).toEqual([own, "HostRegexp(`(?is)^.*\\.shop\\.test\\.?$`)"]);
  });

  test("are told where only other parts of the rule are outputs", async () => {
    expect(
      await routed(() => {
        const of = listener(alb(), 80);
        const values = pulumi.output(Promise.resolve(["/later"]));
        rule("a", of, 1, { conditions: [...hosts("a.test"), { pathPattern: { values } }] });
      }),
    ).toEqual([`${own} || Host(\`a.test\`)`]);
  });
});

test("needs no more of a listener of another stack than its ARN", async () => {
  const arn = listenerArn(CONNECTION, "shop", 8081);
  const make = (listenerArn: pulumi.Input<string>) =>
    deploy(() => ({ arn: rule("api", { arn: pulumi.output(listenerArn) }, 10).arn }));
  const made = await make(arn);
  const there = routing.listener([], { port: 8081 });
  const action = { type: "fixed-response" as const, statusCode: 200, messageBody: "" };
  const expected = ruleObjects(shop, there, { ...model, action });
  expect(byKind(applied(made))).toEqual(byKind(manifests(expected)));
  expect(made.outputs.get(STACK)).toEqual({
    arn: listenerRuleArn(CONNECTION, "shop", 8081, "api"),
  });
});

test("goes by its name in its ARN, and knows it in a preview", async () => {
  const arns = async (preview: boolean) => {
    const { outputs } = await deploy(
      () => {
        const of = listener(alb(), 80);
        return { a: rule("api", of, 1).arn, b: rule("Api", of, 2).arn };
      },
      { preview },
    );
    return outputs.get(STACK);
  };
  const expected = { a: ARN, b: listenerRuleArn(CONNECTION, "shop", 80, "Api") };
  expect([await arns(true), await arns(false)]).toEqual([expected, expected]);
});
