import { nameFromArn } from "../../../arn";
import { validateBounds } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import type { TargetGroup } from "../../model";
import type { ActionValues, ForwardValues } from "../values";
import type { ActionContext } from "../context";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html */
const MAX_GROUPS = 5;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html */
const WEIGHT = [0, 999] as const;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html */
const STICKINESS_SECONDS = [1, 604800] as const;

/** A forward action: one target group by its ARN, or a list of them with weights. */
export function validateForward(
  action: ActionValues,
  path: string,
  context: ActionContext,
): Issue[] {
  const { targetGroupArn, forward } = action;
  if (targetGroupArn === undefined && forward === undefined) {
    return [
      problem(
        "KECS1009",
        path,
        "a forward action needs a target group",
        'write { type: "forward", targetGroupArn: group.arn }',
      ),
    ];
  }
  return [
    ...(targetGroupArn === undefined
      ? []
      : validateGroup(targetGroupArn, `${path}.targetGroupArn`, context)),
    ...(forward === undefined ? [] : validateGroups(forward, `${path}.forward`, context)),
    ...validateBothForms(action, path),
  ];
}

function validateGroups(forward: ForwardValues, path: string, context: ActionContext): Issue[] {
  // Undefined in a program without types, or behind an Output of any.
  const groups = (forward.targetGroups as ForwardValues["targetGroups"] | undefined) ?? [];
  const below = `${path}.targetGroups`;
  const issues = groups.flatMap(({ arn, weight }, i) => [
    ...validateGroup(arn, `${below}[${i}].arn`, context),
    ...validateBounds(weight, WEIGHT, `${below}[${i}].weight`),
  ]);
  if (groups.length === 0) {
    issues.push(
      problem("KECS1009", below, "a forward action needs a target group", "name a target group"),
    );
  }
  if (groups.length > MAX_GROUPS) {
    issues.push(
      problem(
        "KECS1020",
        below,
        `"${groups.length}" target groups in one action, and AWS allows ${MAX_GROUPS}`,
        "forward to fewer target groups",
      ),
    );
  }
  return [
    ...issues,
    ...validateRepeats(groups, below),
    ...validateSum(groups, below),
    ...validateMixture(groups, below, context),
    ...validateStickyGroups(forward, below, context),
    ...validateStickiness(forward.stickiness, `${path}.stickiness`),
  ];
}

function validateGroup(arn: string | undefined, path: string, context: ActionContext): Issue[] {
  if (arn === undefined || nameFromArn("targetGroup", arn) === undefined) {
    return [
      problem(
        "KECS1010",
        path,
        `"${arn ?? ""}" is not the ARN of a target group`,
        "pass the target group's arn output",
      ),
    ];
  }
  const group = context.groupOf?.(arn);
  if (group === undefined) return context.groupsAreComplete === true ? [missing(arn, path)] : [];
  return validateVersion(group, path, context);
}

function missing(arn: string, path: string): Issue {
  return problem(
    "KECS1010",
    path,
    `no target group has the ARN "${arn}"`,
    "create the target group before the rule and pass its arn output",
  );
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
function validateVersion(group: TargetGroup, path: string, { listener }: ActionContext): Issue[] {
  if (group.protocolVersion !== "GRPC" || listener?.protocol !== "HTTP") return [];
  return [
    problem(
      "KECS1020",
      path,
      `target group "${group.name}" speaks GRPC, which AWS allows on HTTPS listeners only`,
      "make the listener an HTTPS listener, or the target group one of HTTP2 or HTTP1",
    ),
  ];
}

function validateRepeats(targetGroups: ForwardValues["targetGroups"], path: string): Issue[] {
  return targetGroups.flatMap(({ arn }, i) => {
    const first = targetGroups.findIndex((other) => other.arn === arn);
    if (first === i) return [];
    return [
      problem(
        "KECS1015",
        `${path}[${i}].arn`,
        `"${arn}" is in the list already, at ${path}[${first}]`,
        "name each target group once, with the sum of its weights",
      ),
    ];
  });
}

/**
 * What a request needs on its way to a target is decided by the protocol version before a target
 * group is chosen.
 */
function validateMixture(
  targetGroups: ForwardValues["targetGroups"],
  path: string,
  { groupOf }: ActionContext,
): Issue[] {
  const versions = targetGroups.map(({ arn }) => groupOf?.(arn)?.protocolVersion);
  const different = [...new Set(versions.filter((version) => version !== undefined))];
  if (different.length < 2) return [];
  return [
    problem(
      "KECS1013",
      path,
      `target groups of different protocol versions in one action are not available here: ${different.join(", ")}`,
      "give the target groups of an action one protocolVersion",
    ),
  ];
}

/**
 * AWS keeps clients with a target only where they stay with its group.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2734
 */
function validateStickyGroups(
  { targetGroups, stickiness }: ForwardValues,
  path: string,
  { groupOf }: ActionContext,
): Issue[] {
  const groups = (targetGroups as ForwardValues["targetGroups"] | undefined) ?? [];
  if (groups.length < 2 || stickiness?.enabled === true) return [];
  return groups.flatMap(({ arn }, i) => {
    const group = groupOf?.(arn);
    if (group?.stickiness === undefined) return [];
    return [
      problem(
        "KECS1020",
        `${path}[${i}].arn`,
        `target group "${group.name}" is sticky, and AWS refuses it in an action of several target groups whose own stickiness is off`,
        "write stickiness: { enabled: true, duration: 3600 } in forward, or turn the target group's off",
      ),
    ];
  });
}

/** AWS accepts it, and answers 503 to every request. */
function validateSum(targetGroups: ForwardValues["targetGroups"], path: string): Issue[] {
  if (targetGroups.length === 0 || targetGroups.some(({ weight }) => weight !== 0)) return [];
  return [
    {
      ...problem(
        "KECS1015",
        path,
        `all weights are "0", so every request is answered with 503`,
        "give one target group a weight of 1 or more",
      ),
      severity: "warning",
    },
  ];
}

function validateStickiness(stickiness: ForwardValues["stickiness"], path: string): Issue[] {
  if (stickiness?.enabled === true && stickiness.duration === undefined) {
    return [
      problem(
        "KECS1009",
        `${path}.duration`,
        "AWS demands the duration where stickiness is on",
        "say for how many seconds a client stays, 1 to 604800",
      ),
    ];
  }
  return validateBounds(stickiness?.duration, STICKINESS_SECONDS, `${path}.duration`, "seconds");
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html */
function validateBothForms({ targetGroupArn, forward }: ActionValues, path: string): Issue[] {
  if (targetGroupArn === undefined || forward === undefined) return [];
  const groups = forward.targetGroups as ForwardValues["targetGroups"] | undefined;
  if (groups?.length === 1 && groups[0]?.arn === targetGroupArn) return [];
  return [
    problem(
      "KECS1015",
      path,
      "targetGroupArn and forward.targetGroups name different target groups",
      "leave targetGroupArn out",
    ),
  ];
}
