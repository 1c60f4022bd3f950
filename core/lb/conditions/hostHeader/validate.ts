import { problem, type Issue } from "../../../validate";
import { isHostPattern } from "../../../hosts";

/**
 * A host name of a rule: as `isHostPattern` says, and with letters alone after the last dot.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html
 */
export function validateHostHeader(value: string, path: string): Issue[] {
  if (isHostPattern(value) && /\.[a-z]+$/i.test(value)) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} is not a host name of at most 128 letters, digits, hyphens and dots, with * and ? as wildcards, at least one dot, and letters alone after the last dot`,
      'write it as "api.example.test" or "*.example.test", without scheme, port or path',
    ),
  ];
}
