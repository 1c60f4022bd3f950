import type {
  DescribeAccountLimitsCommandInput,
  DescribeAccountLimitsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { MAX_VALUES, MAX_WILDCARDS } from "../../../core/lb/conditions/limits";
import { DEFAULT_QUOTAS } from "../../../core/lb/loadBalancer/quotas";
import { pageOf } from "./page";

/**
 * Those of a new account of AWS.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
const LIMITS: Readonly<Record<string, number>> = {
  "application-load-balancers": 50,
  "certificates-per-application-load-balancer": DEFAULT_QUOTAS.certificates,
  "condition-values-per-alb-rule": MAX_VALUES,
  "condition-wildcards-per-alb-rule": MAX_WILDCARDS,
  "listeners-per-application-load-balancer": DEFAULT_QUOTAS.listeners,
  "rules-per-application-load-balancer": DEFAULT_QUOTAS.rules,
  "target-groups": 3000,
  "target-groups-per-action-on-application-load-balancer": 5,
  "target-groups-per-application-load-balancer": 100,
  "targets-per-application-load-balancer": 1000,
  "targets-per-target-group": 1000,
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeAccountLimits.html */
export const describeAccountLimits: Operation<
  DescribeAccountLimitsCommandInput,
  DescribeAccountLimitsOutput
> = (input) => {
  const all = Object.entries(LIMITS).map(([Name, max]) => ({ Name, Max: String(max) }));
  const { items, next } = pageOf(all, input, ({ Name }) => Name);
  return { output: { Limits: items, ...next } };
};
