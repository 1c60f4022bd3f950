import { nameFromArn } from "../../arn";
import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { validateActions, type ActionContext } from "./validateActions";
import { validateTls } from "./validateTls";
import type { ListenerValues } from "./values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
const PORT = [1, 65535] as const;

/** True where a text is a protocol of an Application Load Balancer's listener. */
export function isProtocol(text: string): text is "HTTP" | "HTTPS" {
  return text === "HTTP" || text === "HTTPS";
}

/** The listener's protocol: the usual one of its port where none is given. */
export function protocolOf({
  protocol,
  port,
}: Pick<ListenerValues, "protocol" | "port">): "HTTP" | "HTTPS" {
  const usual = port === 443 ? "HTTPS" : "HTTP";
  return protocol !== undefined && isProtocol(protocol) ? protocol : usual;
}

/** Every problem of a listener's own arguments. */
export function validateListener(
  values: ListenerValues,
  path: string,
  context: Omit<ActionContext, "listener"> = {},
): Issue[] {
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
  const protocol = protocolOf(values);
  const listener = { protocol, port: values.port };
  const actions = `${path}.defaultActions`;
  if (values.protocol === undefined || isProtocol(values.protocol)) {
    issues.push(...validateTls(values, protocol, path));
    return [
      ...issues,
      ...validateActions(values.defaultActions, actions, { ...context, listener }),
    ];
  }
  issues.push(
    problem(
      "KECS1008",
      `${path}.protocol`,
      `"${values.protocol}" is not a protocol of an Application Load Balancer`,
      "use HTTP or HTTPS",
    ),
  );
  return [...issues, ...validateActions(values.defaultActions, actions, context)];
}
