import { listenerArn, loadBalancerArn, targetGroupArn } from "../../../../core/arn";
import { LISTENER_FIELDS } from "../../../../core/lb/listener/fields";
import { LISTENER_RULE_FIELDS } from "../../../../core/lb/listenerRule/fields";
import { ALB_FIELDS } from "../../../../core/lb/loadBalancer/fields";
import { TARGET_GROUP_FIELDS } from "../../../../core/lb/targetGroup/fields";
import { validateArguments, type ArgumentFields } from "../../../../core/support/argumentFields";
import { brief, only } from "../../../helpers/issues";
import { CONNECTION } from "../../../helpers/samples";

const forward = { type: "forward", targetGroupArn: targetGroupArn(CONNECTION, "g") };
const sound = new Map<ArgumentFields, object>([
  [ALB_FIELDS, { connection: CONNECTION, name: "a" }],
  [
    LISTENER_FIELDS,
    {
      connection: CONNECTION,
      loadBalancerArn: loadBalancerArn(CONNECTION, "a"),
      port: 80,
      defaultActions: [forward],
    },
  ],
  [
    LISTENER_RULE_FIELDS,
    {
      connection: CONNECTION,
      listenerArn: listenerArn(CONNECTION, "a", 80),
      priority: 1,
      conditions: [{ pathPattern: { values: ["/a"] } }],
      actions: [forward],
    },
  ],
  [TARGET_GROUP_FIELDS, { connection: CONNECTION, name: "g" }],
]);
const check = (fields: ArgumentFields, more: object) =>
  validateArguments(fields, { ...sound.get(fields), ...more }, "c", () => []);

test.each([...sound.keys()])("says nothing of sound arguments: $of", (fields) => {
  expect(check(fields, {})).toEqual([]);
});

test("says nothing of what has no effect where nothing is lost by it", () => {
  const harmless = {
    internal: false,
    ipAddressType: "ipv4",
    securityGroups: [],
    subnets: ["subnet-1"],
    enableDeletionProtection: false,
    enableCrossZoneLoadBalancing: false,
    enableWafFailOpen: false,
    desyncMitigationMode: "defensive",
    accessLogs: { bucket: "b" },
    connectionLogs: { bucket: "b", enabled: false },
    idleTimeout: null,
  };
  expect(check(ALB_FIELDS, harmless)).toEqual([]);
  expect(check(LISTENER_RULE_FIELDS, { transforms: [] })).toEqual([]);
});

test("warns once of all that has no effect here", () => {
  const without = {
    securityGroups: ["sg-1"],
    ipAddressType: "dualstack",
    desyncMitigationMode: "monitor",
    accessLogs: { bucket: "b", enabled: true },
  };
  expect(only(check(ALB_FIELDS, without))).toEqual({
    code: "KECS1013",
    path: "c",
    message:
      "without effect here: ipAddressType (the addresses are those of the instance's bindAddress), " +
      "securityGroups (nothing filters requests), " +
      "desyncMitigationMode (requests are treated as in defensive mode), " +
      "accessLogs (no logs are written)",
    hint: "do not rely on them locally",
    severity: "warning",
  });
});

test.each<[string, ArgumentFields, object]>([
  [
    "minimumLoadBalancerCapacity",
    ALB_FIELDS,
    { minimumLoadBalancerCapacity: { capacityUnits: 10 } },
  ],
  ["namePrefix", ALB_FIELDS, { namePrefix: "a-" }],
  [
    "routingHttpResponseXFrameOptionsHeaderValue",
    LISTENER_FIELDS,
    { routingHttpResponseXFrameOptionsHeaderValue: "DENY" },
  ],
  [
    "routingHttpResponseServerEnabled",
    LISTENER_FIELDS,
    { routingHttpResponseServerEnabled: false },
  ],
  ["region", LISTENER_RULE_FIELDS, { region: "eu-west-1" }],
  [
    "targetGroupHealth",
    TARGET_GROUP_FIELDS,
    {
      targetGroupHealth: {
        dnsFailover: { minimumHealthyTargetsCount: "1" },
        unhealthyStateRouting: { minimumHealthyTargetsCount: 1 },
      },
    },
  ],
])("warns of %s of aws.lb", (name, fields, more) => {
  const { severity, message } = only(check(fields, more));
  expect({ severity, message: message.split(" (")[0] }).toEqual({
    severity: "warning",
    message: `without effect here: ${name}`,
  });
});

test("refuses the rewrites of a rule", () => {
  const transforms = [
    { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "a", replace: "b" } } },
  ];
  expect(only(check(LISTENER_RULE_FIELDS, { transforms }))).toEqual({
    code: "KECS1013",
    path: "c.transforms",
    message: "rewriting the host or the URL of a request is not available here",
    hint: "leave transforms out of the local stack: targets get the request as the client sent it",
    severity: "error",
  });
});

test("tells of an unknown field, and which one is meant", () => {
  const issue = only(check(TARGET_GROUP_FIELDS, { healthCheck: { intervall: 5 } }));
  expect(issue).toEqual({
    code: "KECS1024",
    path: "c.healthCheck.intervall",
    message: "is not a field of a target group",
    hint: 'did you mean "interval"?',
    severity: "error",
  });
});

test.each<[ArgumentFields, object, string[]]>([
  [ALB_FIELDS, { hostnames: "a" }, ["KECS1024 c.hostnames"]],
  [ALB_FIELDS, { connection: undefined }, ["KECS1009 c.connection"]],
  [
    ALB_FIELDS,
    { connection: { instance: "a" } },
    expect.arrayContaining(["KECS1009 c.connection.region"]) as string[],
  ],
  [ALB_FIELDS, { connection: { ...CONNECTION, later: 1 } }, []],
  [LISTENER_RULE_FIELDS, { conditions: [null] }, ["KECS1024 c.conditions[0]"]],
  [
    LISTENER_RULE_FIELDS,
    { conditions: [{ pathPattern: { regexValues: "^/a" } }] },
    ["KECS1024 c.conditions[0].pathPattern.regexValues"],
  ],
  [LISTENER_FIELDS, { defaultActions: undefined }, ["KECS1009 c.defaultActions"]],
])("tells of values of another kind: $of %j", (fields, more, expected) => {
  expect(brief(check(fields, more))).toEqual(expected);
});

test("says of every field of AWS that is treated otherwise what happens", () => {
  for (const { rows } of sound.keys()) {
    for (const { path, treatment, here, part } of rows) {
      expect({ path, said: here !== "" }).toEqual({
        path,
        said: part !== true && treatment !== "supported",
      });
    }
  }
});
