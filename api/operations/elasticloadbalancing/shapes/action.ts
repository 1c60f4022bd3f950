import type {
  Action,
  ActionTypeEnum,
  TargetGroupTuple,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { redirectDefaults } from "../../../../core/lb/actions/redirect/model";
import type { ActionValues } from "../../../../core/lb/actions/values";
import { weightsOf } from "../../../../core/lb/actions/forward/model";
import { defined } from "./defined";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html */

/** An action in the words of core; which of its fields belong together is for core's checks. */
export function toActionValues(action: Action): ActionValues {
  return defined({
    type: action.Type ?? "",
    order: action.Order,
    targetGroupArn: action.TargetGroupArn,
    forward: toForwardValues(action.ForwardConfig),
    redirect: toRedirectValues(action.RedirectConfig),
    fixedResponse: toFixedResponseValues(action.FixedResponseConfig),
    authenticateOidc: action.AuthenticateOidcConfig,
    authenticateCognito: action.AuthenticateCognitoConfig,
    jwtValidation: action.JwtValidationConfig,
  });
}

function toForwardValues(config: Action["ForwardConfig"]): ActionValues["forward"] {
  if (config === undefined) return undefined;
  const { TargetGroups = [], TargetGroupStickinessConfig: sticky } = config;
  return defined({
    targetGroups: TargetGroups.map(({ TargetGroupArn: arn = "", Weight: weight }) =>
      defined({ arn, weight }),
    ),
    stickiness:
      sticky === undefined
        ? undefined
        : defined({ enabled: sticky.Enabled, duration: sticky.DurationSeconds }),
  });
}

function toRedirectValues(config: Action["RedirectConfig"]): ActionValues["redirect"] {
  if (config === undefined) return undefined;
  return defined({
    statusCode: config.StatusCode ?? "",
    protocol: config.Protocol,
    host: config.Host,
    port: config.Port,
    path: config.Path,
    query: config.Query,
  });
}

function toFixedResponseValues(
  config: Action["FixedResponseConfig"],
): ActionValues["fixedResponse"] {
  if (config === undefined) return undefined;
  return defined({
    statusCode: config.StatusCode,
    contentType: config.ContentType,
    messageBody: config.MessageBody,
  });
}

/** An action as AWS describes it: a forward in both forms, what was left out filled in. */
export function toAwsAction(action: ActionValues): Action {
  const { order, redirect, fixedResponse } = action;
  const Type = action.type as ActionTypeEnum;
  const Order = order;
  if (redirect !== undefined) {
    return defined({ Type, Order, RedirectConfig: toAwsRedirect(redirect) });
  }
  if (fixedResponse !== undefined) {
    const { statusCode: StatusCode, contentType, messageBody } = fixedResponse;
    const more = defined({ MessageBody: messageBody, ContentType: contentType });
    return defined({ Type, Order, FixedResponseConfig: { StatusCode, ...more } });
  }
  return defined({ Type, Order, ...toAwsForward(action) });
}

function toAwsForward(action: ActionValues): Pick<Action, "TargetGroupArn" | "ForwardConfig"> {
  const groups = weightsOf(action).map(({ arn, weight = 1 }): TargetGroupTuple => ({
    TargetGroupArn: arn,
    Weight: weight,
  }));
  const { enabled = false, duration } = action.forward?.stickiness ?? {};
  const [only, ...others] = groups;
  return {
    ...(others.length === 0 && only !== undefined ? { TargetGroupArn: only.TargetGroupArn } : {}),
    ForwardConfig: {
      TargetGroups: groups,
      TargetGroupStickinessConfig: {
        Enabled: enabled,
        ...(duration === undefined ? {} : { DurationSeconds: duration }),
      },
    },
  };
}

function toAwsRedirect(
  redirect: NonNullable<ActionValues["redirect"]>,
): NonNullable<Action["RedirectConfig"]> {
  const { statusCode, protocol, host, port, path, query } = redirectDefaults(redirect);
  return {
    Protocol: protocol,
    Port: port,
    Host: host,
    Path: path,
    Query: query,
    StatusCode: statusCode as "HTTP_301" | "HTTP_302",
  };
}
