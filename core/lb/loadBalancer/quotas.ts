import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import type { AlbValues, Quotas } from "./values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
export const DEFAULT_QUOTAS: Quotas = { rules: 100, listeners: 50, certificates: 25 };

const NOT_COUNTED: Record<keyof Quotas, string> = {
  rules: ", default rules not counted",
  listeners: "",
  certificates: ", default certificates not counted",
};
/** More than AWS grants, and little enough to be a mistake beyond. */
const QUOTA = [1, 50000] as const;

/** The quotas of a load balancer: AWS's own where nothing else is said. */
export function quotasOf({ quotas }: Pick<AlbValues, "quotas">): Quotas {
  return {
    rules: quotas?.rules ?? DEFAULT_QUOTAS.rules,
    listeners: quotas?.listeners ?? DEFAULT_QUOTAS.listeners,
    certificates: quotas?.certificates ?? DEFAULT_QUOTAS.certificates,
  };
}

/** Every problem of the quotas themselves. */
export function validateQuotas(quotas: AlbValues["quotas"], path: string): Issue[] {
  return (Object.keys(DEFAULT_QUOTAS) as (keyof Quotas)[]).flatMap((kind) =>
    validateBounds(quotas?.[kind], QUOTA, `${path}.${kind}`),
  );
}

/** The issue of a load balancer that has more than its quota, if it has. */
export function quotaIssue(
  kind: keyof Quotas,
  count: number,
  limit: number,
  path: string,
): Issue | undefined {
  if (count <= limit) return undefined;
  return problem(
    "KECS1019",
    path,
    `the load balancer has "${count}" ${kind}, and AWS allows ${limit}${NOT_COUNTED[kind]}`,
    `use a second load balancer; if AWS raised the quota of the account, set quotas.${kind}`,
  );
}
