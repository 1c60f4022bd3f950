import { targetGroupArn } from "../../../../../core/arn";
import {
  validateActions,
  type ActionContext,
} from "../../../../../core/lb/listener/validateActions";
import type { ActionValues, ForwardValues } from "../../../../../core/lb/actions/values";
import type { TargetGroup } from "../../../../../core/lb/model";
import { brief, only } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";

const arn = (name: string) => targetGroupArn(CONNECTION, name);
const group = arn("g");
const forward: ActionValues = { type: "forward", targetGroupArn: group };
const fixed: ActionValues = { type: "fixed-response", fixedResponse: { statusCode: "200" } };
const redirect: ActionValues = {
  type: "redirect",
  redirect: { statusCode: "HTTP_301", path: "/b" },
};
const oidc: ActionValues = { type: "authenticate-oidc", authenticateOidc: {} };
const weighted = (forwardValues: ForwardValues): ActionValues => ({
  type: "forward",
  forward: forwardValues,
});
const groups = (count: number) => Array.from({ length: count }, (_, i) => ({ arn: arn(`g${i}`) }));
const check = (actions: readonly ActionValues[], context?: ActionContext) =>
  brief(validateActions(actions, "a", context));

test.each<[string, ActionValues[]]>([
  ["a target group by its ARN", [forward]],
  ["five target groups", [weighted({ targetGroups: groups(5) })]],
  ["the lowest weight", [weighted({ targetGroups: [{ arn: group, weight: 0 }, ...groups(1)] })]],
  ["the highest weight", [weighted({ targetGroups: [{ arn: group, weight: 999 }] })]],
  [
    "the shortest stickiness",
    [weighted({ targetGroups: groups(1), stickiness: { enabled: true, duration: 1 } })],
  ],
  [
    "the longest stickiness",
    [weighted({ targetGroups: groups(1), stickiness: { enabled: true, duration: 604800 } })],
  ],
  ["stickiness that is off", [weighted({ targetGroups: groups(1), stickiness: {} })]],
  ["both forms of one target group", [{ ...forward, forward: { targetGroups: [{ arn: group }] } }]],
  ["a redirect", [redirect]],
  ["a fixed response", [fixed]],
  ["the lowest order", [{ ...forward, order: 1 }]],
  ["the highest order", [{ ...forward, order: 50000 }]],
])("accepts %s", (_, actions) => {
  expect(check(actions)).toEqual([]);
});

test.each<[string, ActionValues[], string[]]>([
  ["no action", [], ["KECS1009 a"]],
  [
    "the validation of tokens, for which there is no issuer",
    [{ type: "jwt-validation", jwtValidation: {} }, fixed],
    ["KECS1013 a[0].type"],
  ],
  ["an unknown type", [{ type: "drop" }], ["KECS1008 a[0].type"]],
  ["two terminal actions", [fixed, forward], ["KECS1020 a[1]"]],
  [
    "a terminal action that its order puts first",
    [
      { ...forward, order: 2 },
      { ...fixed, order: 1 },
    ],
    ["KECS1020 a[0]"],
  ],
  [
    "one order twice",
    [forward, { ...oidc, order: 1 }],
    ["KECS1013 a[1].type", "KECS1015 a[1].order", "KECS1020 a[1]"],
  ],
  ["order 0", [{ ...forward, order: 0 }], ["KECS1011 a[0].order"]],
  ["order 50001", [{ ...forward, order: 50001 }], ["KECS1011 a[0].order"]],
  ["forward without a target group", [{ type: "forward" }], ["KECS1009 a[0]"]],
  ["redirect without its fields", [{ type: "redirect" }], ["KECS1009 a[0].redirect"]],
  [
    "fixed-response without its fields",
    [{ type: "fixed-response" }],
    ["KECS1009 a[0].fixedResponse"],
  ],
  [
    "forward plus redirect in one action",
    [{ ...forward, ...redirect, type: "forward" }],
    ["KECS1020 a[0].redirect"],
  ],
  [
    "what belongs to other types",
    [{ ...forward, ...fixed, ...oidc, ...redirect }],
    [
      "KECS1020 a[0].targetGroupArn",
      "KECS1020 a[0].fixedResponse",
      "KECS1020 a[0].authenticateOidc",
    ],
  ],
  [
    "a target group that is none",
    [{ ...forward, targetGroupArn: "g" }],
    ["KECS1010 a[0].targetGroupArn"],
  ],
  ["no target group", [weighted({ targetGroups: [] })], ["KECS1009 a[0].forward.targetGroups"]],
  [
    "six target groups",
    [weighted({ targetGroups: groups(6) })],
    ["KECS1020 a[0].forward.targetGroups"],
  ],
  [
    "weights of -1 and 1000",
    [
      weighted({
        targetGroups: groups(2).map((one, i) => ({ ...one, weight: [-1, 1000][i] ?? 0 })),
      }),
    ],
    [
      "KECS1011 a[0].forward.targetGroups[0].weight",
      "KECS1011 a[0].forward.targetGroups[1].weight",
    ],
  ],
  [
    "one target group twice",
    [weighted({ targetGroups: [{ arn: group }, { arn: group }] })],
    ["KECS1015 a[0].forward.targetGroups[1].arn"],
  ],
  [
    "two forms of different target groups",
    [{ ...forward, forward: { targetGroups: groups(1) } }],
    ["KECS1015 a[0]"],
  ],
  [
    "stickiness of 0 seconds",
    [weighted({ targetGroups: groups(1), stickiness: { enabled: true, duration: 0 } })],
    ["KECS1011 a[0].forward.stickiness.duration"],
  ],
  [
    "stickiness of 604801 seconds",
    [weighted({ targetGroups: groups(1), stickiness: { duration: 604801 } })],
    ["KECS1011 a[0].forward.stickiness.duration"],
  ],
  [
    "stickiness without a duration",
    [weighted({ targetGroups: groups(1), stickiness: { enabled: true } })],
    ["KECS1009 a[0].forward.stickiness.duration"],
  ],
  ["authentication alone", [oidc], ["KECS1013 a[0].type", "KECS1009 a"]],
])("rejects %s", (_, actions, expected) => {
  expect(check(actions)).toEqual(expected);
});

test("warns that nobody is forwarded to by weights of 0", () => {
  const actions = [weighted({ targetGroups: groups(2).map((one) => ({ ...one, weight: 0 })) })];
  expect(only(validateActions(actions, "a"))).toEqual({
    code: "KECS1015",
    path: "a[0].forward.targetGroups",
    message: 'all weights are "0", so every request is answered with 503',
    hint: "give one target group a weight of 1 or more",
    severity: "warning",
  });
});

describe("on a listener", () => {
  const on = (protocol: "HTTP" | "HTTPS") => ({ listener: { protocol, port: 80 } });

  test.each(["authenticate-oidc", "authenticate-cognito"])(
    "rejects %s for want of an issuer",
    (type) => {
      expect(only(validateActions([{ type }, forward], "a", on("HTTPS")))).toEqual({
        code: "KECS1013",
        path: "a[0].type",
        message: `"${type}" needs a local issuer, which is not available yet`,
        hint: "leave the action out of the local stack",
        severity: "error",
      });
    },
  );

  test("rejects authentication over HTTP as AWS does", () => {
    expect(check([oidc, forward], on("HTTP"))).toEqual(["KECS1020 a[0].type"]);
  });

  const speaks = (protocolVersion: TargetGroup["protocolVersion"]): ActionContext => ({
    groupOf: () => ({
      name: "g",
      arn: group,
      protocol: "HTTP",
      protocolVersion,
      algorithm: "round_robin",
    }),
  });

  test.each([
    ["HTTP1", "HTTP", []],
    ["HTTP2", "HTTP", []],
    ["GRPC", "HTTPS", []],
    ["GRPC", "HTTP", ["KECS1020 a[0].targetGroupArn"]],
  ] as const)("takes target groups of %s over %s as AWS does", (version, protocol, expected) => {
    expect(check([forward], { ...on(protocol), ...speaks(version) })).toEqual(expected);
  });
});

test("misses a target group only where all of them are known", () => {
  const unknown = { groupOf: () => undefined };
  expect(check([forward], unknown)).toEqual([]);
  expect(check([forward], { ...unknown, groupsAreComplete: true })).toEqual([
    "KECS1010 a[0].targetGroupArn",
  ]);
});
