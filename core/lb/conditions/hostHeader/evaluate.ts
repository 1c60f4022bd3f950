import { fitsHost } from "../../request/host";
import { anyFits, firstHint, type ConditionEvaluator } from "../conditionEvaluator";
import type { HostHeaderCondition } from "./values";

export const hostHeader: ConditionEvaluator<HostHeaderCondition> = {
  holds: (condition, { host }) => anyFits(condition, [host], fitsHost),
  comparedWith: (_, { host }) => (host === "" ? [] : [host]),
  nearMiss: ({ values }, { host }) => firstHint(values, (pattern) => miss(pattern, host)),
};

function miss(pattern: string, host: string): string | undefined {
  return pattern.startsWith("*.") && fitsHost(pattern.slice(2), host)
    ? `"${pattern}" does not cover "${pattern.slice(2)}" itself`
    : undefined;
}
