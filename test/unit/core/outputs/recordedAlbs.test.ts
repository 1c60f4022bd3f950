import { recordOf } from "../../../../api/store/record";
import { Alb, Listener, ListenerRule, TargetGroup } from "../../../../components";
import { recordedAlbs } from "../../../../core/outputs/recordedAlbs";
import { readRecords } from "../../../../core/records/records";
import { deploy } from "../../../helpers/deploy";
import { SHOP_80, shop as shopOfApi, WEB } from "../../../helpers/api/loadBalancing";
import { recordsJson } from "../../../helpers/records";
import { CONNECTION } from "../../../helpers/samples";
import { alb, listener, OK, rule } from "../../../helpers/shop";

const STACK = "pulumi:pulumi:Stack::kecs-test";

test("says of a stack's load balancers what its outputs say", async () => {
  const made = await deploy(() => {
    const shop = alb({ hostnames: ["Shop.test"] });
    const http = listener(shop, 8081);
    listener(shop, 80);
    rule("api", http, 1);
    const { name, arn, dnsName, hosts, listeners, routing } = shop;
    return { shop: { name, arn, dnsName, hosts, listeners, routing } };
  });
  const records = readRecords(recordsJson(made));
  const { shop } = made.outputs.get(STACK) as { shop: { listeners: object[] } };
  const listeners = shop.listeners.map((of) => ({ ...of, stack: "kecs/test" }));
  expect(recordedAlbs(records, CONNECTION, "/ca.pem")).toEqual({ shop: { ...shop, listeners } });
});

test("says which stack made a listener, and where it answers", async () => {
  const theirs = recordsJson(await deploy(() => alb())).replaceAll("kecs/test", "other/dev");
  const mine = recordsJson(
    await deploy(() => {
      const loadBalancerArn = new Alb("shop", { connection: CONNECTION }).arn;
      const more = { port: 443, localPort: 9003, defaultActions: [OK] };
      new Listener("mine", { connection: CONNECTION, loadBalancerArn, ...more });
    }),
  );
  const items = [theirs, mine].flatMap((json) => (JSON.parse(json) as { items: object[] }).items);
  const records = readRecords(JSON.stringify({ items }));
  expect(recordedAlbs(records, CONNECTION, "/ca.pem")["shop"]?.listeners).toEqual([
    expect.objectContaining({
      port: 443,
      stack: "kecs/test",
      url: "https://shop.elb.localhost:9003/",
    }),
  ]);
});

test("says of what AWS's API made what it says of the same from a program", async () => {
  const api = shopOfApi();
  const { Rules = [] } = api.ask("CreateRule", {
    ListenerArn: SHOP_80,
    Priority: 7,
    Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: ["more.test"] } }],
    Actions: [{ Type: "forward", TargetGroupArn: WEB }],
  });
  const program = await deploy(() => {
    const connection = CONNECTION;
    const { arn: loadBalancerArn } = new Alb("shop", { connection });
    const { arn: targetGroupArn } = new TargetGroup("web", { connection, port: 80 });
    const defaultActions = [{ type: "forward", targetGroupArn }];
    const { arn: listenerArn } = new Listener("http", {
      connection,
      loadBalancerArn,
      port: 80,
      defaultActions,
    });
    new ListenerRule("ours", {
      connection,
      listenerArn,
      priority: 7,
      conditions: [{ hostHeader: { values: ["more.test"] } }],
      actions: defaultActions,
    });
  });
  expect(Rules).toHaveLength(1);
  const shown = (json: string): string =>
    JSON.stringify(recordedAlbs(readRecords(json), CONNECTION, "/ca.pem"), null, 1);
  const ofApi = shown(JSON.stringify({ items: api.objects.map(recordOf) }));
  const [, name = ""] = /"name": "(r-[0-9a-f]+)"/.exec(ofApi) ?? [];
  expect(ofApi.replaceAll(name, "ours").replaceAll('"aws-api"', '"kecs/test"')).toBe(
    shown(recordsJson(program)),
  );
});
