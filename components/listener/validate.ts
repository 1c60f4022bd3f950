import { nameFromArn } from "../internal/arn";
import { validateBounds } from "../internal/awsNames";
import { problem, type Issue } from "../internal/errors";

/** A listener's arguments, resolved. */
export interface ListenerValues {
  readonly loadBalancerArn: string;
  readonly port: number;
  readonly protocol?: string;
  readonly localPort?: number;
  readonly defaultActions: readonly ActionValues[];
}

export interface ActionValues {
  readonly type: string;
  readonly targetGroupArn: string;
}

const PORT = [1, 65535] as const;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html */
const LATER_TYPES = ["redirect", "fixed-response", "authenticate-oidc", "authenticate-cognito"];

/** True where a text is a protocol of an Application Load Balancer's listener. */
export function isProtocol(text: string): text is "HTTP" | "HTTPS" {
  return text === "HTTP" || text === "HTTPS";
}

/** Every problem of a listener's own arguments. */
export function validateListener(values: ListenerValues, path: string): Issue[] {
  const issues = [
    ...validateBounds(values.port, PORT, `${path}.port`),
    ...validateBounds(values.localPort, PORT, `${path}.localPort`),
  ];
  if (nameFromArn("loadBalancer", values.loadBalancerArn) === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.loadBalancerArn`,
        `"${values.loadBalancerArn}" is not the ARN of an Application Load Balancer`,
        "pass the load balancer's arn output",
      ),
    );
  }
  if (values.protocol !== undefined && !isProtocol(values.protocol)) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.protocol`,
        `"${values.protocol}" is not a protocol of an Application Load Balancer`,
        "use HTTP or HTTPS",
      ),
    );
  }
  return [...issues, ...validateActions(values.defaultActions, `${path}.defaultActions`)];
}

function validateActions(actions: readonly ActionValues[], path: string): Issue[] {
  if (actions.length !== 1) {
    return [
      problem(
        "KECS1009",
        path,
        `a listener has exactly one default action, not "${actions.length}"`,
        'write defaultActions: [{ type: "forward", targetGroupArn: group.arn }]',
      ),
    ];
  }
  return actions.flatMap((action, i) => {
    if (action.type !== "forward") {
      const later = LATER_TYPES.includes(action.type);
      return [
        problem(
          later ? "KECS1013" : "KECS1008",
          `${path}[${i}].type`,
          later
            ? `actions of type "${action.type}" are not available yet`
            : `"${action.type}" is not a type of action`,
          "use forward",
        ),
      ];
    }
    if (nameFromArn("targetGroup", action.targetGroupArn) !== undefined) return [];
    return [
      problem(
        "KECS1010",
        `${path}[${i}].targetGroupArn`,
        `"${action.targetGroupArn}" is not the ARN of a target group`,
        "pass the target group's arn output",
      ),
    ];
  });
}
