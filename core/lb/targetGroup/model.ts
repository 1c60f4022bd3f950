import { nameFromArn } from "../../arn";
import type { TargetGroup, TargetStickiness } from "../model";
import type { StickinessValues, TargetGroupValues } from "./values";

const DEFAULT_COOKIE_SECONDS = 86_400;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
const COOKIES: Readonly<Record<string, string>> = {
  lb_cookie: "AWSALB",
  app_cookie: "AWSALBAPP-0",
};

/** What a listener has to know of a target group whose arguments passed their checks. */
export function targetGroupModel(values: TargetGroupValues, arn: string): TargetGroup {
  const stickiness = targetStickiness(values.stickiness);
  return {
    name: values.name,
    arn,
    protocol: values.protocol === "HTTPS" ? "HTTPS" : "HTTP",
    protocolVersion: choose(values.protocolVersion, ["HTTP1", "HTTP2", "GRPC"]),
    algorithm: choose(values.loadBalancingAlgorithmType, [
      "round_robin",
      "least_outstanding_requests",
      "weighted_random",
    ]),
    ...(stickiness === undefined ? {} : { stickiness }),
  };
}

/** The same of a target group of which nothing but the ARN is known. */
export function assumedTargetGroup(arn: string): TargetGroup {
  return targetGroupModel({ name: nameFromArn("targetGroup", arn) ?? "" }, arn);
}

function targetStickiness(of: StickinessValues | undefined): TargetStickiness | undefined {
  const cookieName = COOKIES[of?.type ?? ""];
  if (cookieName === undefined || of?.enabled === false) return undefined;
  return { cookieName, duration: of?.cookieDuration ?? DEFAULT_COOKIE_SECONDS };
}

/** The value as one of the choices; the first, which is AWS's default, where there is none. */
function choose<T extends string>(value: string | undefined, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
