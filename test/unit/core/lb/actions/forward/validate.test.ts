import { targetGroupArn } from "../../../../../../core/arn";
import { validateForward } from "../../../../../../core/lb/actions/forward/validate";
import type { TargetGroup } from "../../../../../../core/lb/model";
import { assumedTargetGroup } from "../../../../../../core/lb/targetGroup/model";
import { only } from "../../../../../helpers/issues";
import { CONNECTION } from "../../../../../helpers/samples";

const VERSIONS: Readonly<Record<string, TargetGroup["protocolVersion"]>> = {
  [targetGroupArn(CONNECTION, "one")]: "HTTP1",
  [targetGroupArn(CONNECTION, "uno")]: "HTTP1",
  [targetGroupArn(CONNECTION, "two")]: "HTTP2",
};
const groupOf = (arn: string): TargetGroup | undefined => {
  const protocolVersion = VERSIONS[arn];
  return protocolVersion && { ...assumedTargetGroup(arn), protocolVersion };
};
const check = (...names: string[]) => {
  const targetGroups = names.map((name) => ({ arn: targetGroupArn(CONNECTION, name) }));
  return validateForward({ type: "forward", forward: { targetGroups } }, "a", { groupOf });
};

test("takes target groups of one protocol version, and those of other stacks", () => {
  expect(check("one", "uno")).toEqual([]);
  expect(check("two", "foreign")).toEqual([]);
});

test("rejects target groups of different protocol versions in one action", () => {
  expect(only(check("one", "two", "uno"))).toEqual({
    code: "KECS1013",
    path: "a.forward.targetGroups",
    message:
      "target groups of different protocol versions in one action are not available here: HTTP1, HTTP2",
    hint: "give the target groups of an action one protocolVersion",
    severity: "error",
  });
});

describe("a sticky target group among several", () => {
  const sticky = (arn: string): TargetGroup => ({
    ...assumedTargetGroup(arn),
    ...(arn === targetGroupArn(CONNECTION, "one")
      ? { stickiness: { cookieName: "AWSALB", duration: 60 } }
      : {}),
  });
  const given = (names: string[], stickiness?: { enabled: boolean; duration?: number }) =>
    validateForward(
      {
        type: "forward",
        forward: {
          targetGroups: names.map((name) => ({ arn: targetGroupArn(CONNECTION, name) })),
          ...(stickiness === undefined ? {} : { stickiness }),
        },
      },
      "a",
      { groupOf: sticky },
    );

  test.each([
    ["the action's stickiness is on", ["uno", "one"], { enabled: true, duration: 60 }],
    ["it is the only one", ["one"], undefined],
    ["none of them is sticky", ["uno", "two"], undefined],
  ])("is accepted where %s", (_, names, stickiness) => {
    expect(given(names, stickiness)).toEqual([]);
  });

  test.each([undefined, { enabled: false }, { enabled: false, duration: 60 }])(
    "is refused as on AWS beside an action's stickiness of %j",
    (stickiness) => {
      expect(only(given(["uno", "one"], stickiness))).toMatchObject({
        code: "KECS1020",
        path: "a.forward.targetGroups[1].arn",
        severity: "error",
      });
    },
  );
});
