import type {
  ListAccountSettingsRequest,
  ListAccountSettingsResponse,
  SettingName,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { pageOf } from "./page";
import { invalid } from "./refuse";

/**
 * What an account has that changed nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
const DEFAULTS = {
  awsvpcTrunking: "disabled",
  containerInsights: "disabled",
  containerInstanceLongArnFormat: "enabled",
  defaultLogDriverMode: "non-blocking",
  fargateEventWindows: "disabled",
  fargateFIPSMode: "disabled",
  fargateTaskRetirementWaitPeriod: "7",
  guardDutyActivate: "off",
  serviceLongArnFormat: "enabled",
  tagResourceAuthorization: "on",
  taskLongArnFormat: "enabled",
} as const satisfies Record<SettingName, string>;

/** Nobody can change a setting here, so that there are none but the defaults that take effect. */
export const listAccountSettings: Operation<
  ListAccountSettingsRequest,
  ListAccountSettingsResponse
> = (input, { connection }) => {
  const { name, value, effectiveSettings = false, principalArn } = input;
  if (value !== undefined && name === undefined) {
    throw invalid("A value can be given with the name of a setting alone.");
  }
  const found = Object.entries(DEFAULTS)
    .filter(([key]) => effectiveSettings && (name === undefined || name === key))
    .filter(([, own]) => value === undefined || value === own)
    .map(([key, own]) => ({
      name: key as SettingName,
      value: own,
      principalArn: principalArn ?? `arn:aws:iam::${connection.accountId}:root`,
      type: key === "guardDutyActivate" ? ("aws_managed" as const) : ("user" as const),
    }));
  const { items, ...next } = pageOf(found, input, { keyOf: (of) => of.name, size: 10 });
  return { output: { settings: items, ...next } };
};
