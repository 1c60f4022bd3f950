import type {
  ModifyTargetGroupAttributesCommandInput,
  ModifyTargetGroupAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { validateActions } from "../../../core/lb/listener/validateActions";
import type { TargetGroup } from "../../../core/lb/model";
import { targetGroupModel } from "../../../core/lb/targetGroup/model";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { formatIssue, type Issue } from "../../../core/validate";
import { groupsOf, usesOf } from "./actions";
import { givenAttributes, toAwsAttributes } from "./attributes/attributes";
import {
  attributeValues,
  OTHER_TARGET_GROUP_ATTRIBUTES,
  stickinessValues,
  targetGroupAttributes,
  targetGroupTable,
} from "./attributes/targetGroup";
import { checkTargetGroup } from "./checkTargetGroup";
import { targetGroupByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";
import { refuse } from "./refuse";
import { targetGroupValuesOf } from "./shapes/targetGroup";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroupAttributes.html */
export const modifyTargetGroupAttributes: Operation<
  ModifyTargetGroupAttributesCommandInput,
  ModifyTargetGroupAttributesOutput
> = ({ TargetGroupArn, Attributes = [] }, world) => {
  const object = targetGroupByArn(world, TargetGroupArn);
  requireOwn(object, "Target group");
  const given = givenAttributes(Attributes, {
    table: targetGroupTable(object),
    what: "Target group",
    others: OTHER_TARGET_GROUP_ATTRIBUTES,
    owner: "target groups of an Application Load Balancer",
  });
  const all = { ...targetGroupAttributes(object), ...given };
  const values = { ...targetGroupValuesOf(object), ...attributeValues(all) };
  for (const stickiness of stickinessValues(all)) checkTargetGroup({ ...values, stickiness });
  checkTargetGroup(values);
  refuse(newIssues(targetGroupModel(values, object.arn), world));
  const { attributes } = targetGroupRecord(values, object.arn);
  const recorded = Object.keys(attributes.attributes);
  const others = Object.entries(all).filter(([key]) => !recorded.includes(key));
  const changed = {
    attributes: { ...attributes },
    echo: { ...object.echo, Attributes: Object.fromEntries(others) },
  };
  return {
    output: { Attributes: toAwsAttributes(targetGroupAttributes(changed)) },
    changes: [replace(object, changed)],
  };
};

/** What becomes wrong of the actions that forward to a target group when it changes. */
function newIssues(changed: TargetGroup, world: World): Issue[] {
  const groups = groupsOf(world);
  const after = {
    ...groups,
    groupOf: (arn: string) => (arn === changed.arn ? changed : groups.groupOf(arn)),
  };
  return usesOf(world)
    .filter(({ targetGroupArn }) => targetGroupArn === changed.arn)
    .flatMap(({ by, actions }) => {
      const path = `'${by.arn}'.actions`;
      const before = validateActions(actions, path, groups).map(formatIssue);
      return validateActions(actions, path, after).filter(
        (issue) => !before.includes(formatIssue(issue)),
      );
    });
}
