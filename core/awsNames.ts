import { problem, type Issue } from "./validate";

/** What AWS says of the names of one kind of resource. */
interface NameRule {
  readonly form: RegExp;
  readonly allowed: string;
}

const RULES = {
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
  loadBalancer: {
    form: /^(?!internal-)[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/,
    allowed: '1 to 32 letters, digits and inner hyphens, not starting with "internal-"',
  },
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
  targetGroup: {
    form: /^[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/,
    allowed: "1 to 32 letters, digits and inner hyphens",
  },
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html */
  trustStore: {
    form: /^(?=.{1,32}$)([A-Za-z0-9]+-)*[A-Za-z0-9]+$/,
    allowed: "1 to 32 letters, digits and single inner hyphens",
  },
  /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
  ecs: {
    form: /^[-_A-Za-z0-9]{1,255}$/,
    allowed: "1 to 255 letters, digits, hyphens and underscores",
  },
  /** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
  schedule: {
    form: /^[-_.A-Za-z0-9]{1,64}$/,
    allowed: "1 to 64 letters, digits, hyphens, underscores and dots",
  },
} as const satisfies Record<string, NameRule>;

/** Checks a name by AWS's rule for its kind. */
export function validateName(kind: keyof typeof RULES, name: string, path: string): Issue[] {
  const { form, allowed } = RULES[kind];
  if (form.test(name)) return [];
  return [
    problem("KECS1001", path, `"${name}" is not ${allowed}`, "choose a name that AWS allows"),
  ];
}

/** Checks that a number is whole and within the bounds that AWS documents. */
export function validateBounds(
  value: number | undefined,
  [minimum, maximum]: readonly [number, number],
  path: string,
  unit = "",
): Issue[] {
  if (value === undefined) return [];
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return [];
  const range = `${minimum} to ${maximum}${unit === "" ? "" : ` ${unit}`}`;
  return [
    problem("KECS1011", path, `"${value}" is not a whole number from ${range}`, `choose ${range}`),
  ];
}
