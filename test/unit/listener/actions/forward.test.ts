import { targetGroupArn } from "../../../../components/internal/arn";
import { validateForward } from "../../../../components/listener/actions/forward";
import type { TargetGroup } from "../../../../components/routing/model";
import { foreignTargetGroup } from "../../../../components/targetGroup/model";
import { only } from "../../../helpers/issues";
import { CONNECTION } from "../../../helpers/samples";

const VERSIONS: Readonly<Record<string, TargetGroup["protocolVersion"]>> = {
  [targetGroupArn(CONNECTION, "one")]: "HTTP1",
  [targetGroupArn(CONNECTION, "uno")]: "HTTP1",
  [targetGroupArn(CONNECTION, "two")]: "HTTP2",
};
const groupOf = (arn: string): TargetGroup | undefined => {
  const protocolVersion = VERSIONS[arn];
  return protocolVersion && { ...foreignTargetGroup(arn), protocolVersion };
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
