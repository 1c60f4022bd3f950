import { problem, type Issue } from "../../../validate";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_PathPatternConditionConfig.html */
const MAX_LENGTH = 128;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html */
const DOCUMENTED = /^[-A-Za-z0-9_.$/~"'@:+&*?]+$/;
/** What else a path can hold, escapes and the space that one of them stands for included. */
const POSSIBLE = /^[-A-Za-z0-9_.$/~"'@:+&*?!(),;=% ]+$/;

/** One pattern of a path. */
export function validatePathPattern(value: string, path: string): Issue[] {
  if (value.length > MAX_LENGTH || !POSSIBLE.test(value)) {
    return [
      problem(
        "KECS1018",
        path,
        `${JSON.stringify(value)} is not a path pattern of 1 to ${MAX_LENGTH} characters out of A-Z a-z 0-9 _ - . $ / ~ " ' @ : + & and the wildcards * and ?`,
        'write it as "/img/*", without host and query',
      ),
    ];
  }
  if (DOCUMENTED.test(value)) return [];
  return [
    {
      ...problem(
        "KECS1018",
        path,
        `"${value}" holds characters that AWS does not document for path patterns`,
        "put the wildcard ? in their place",
      ),
      severity: "warning",
    },
  ];
}
