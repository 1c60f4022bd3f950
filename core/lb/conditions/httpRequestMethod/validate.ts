import { problem, type Issue } from "../../../validate";

/**
 * One method, compared as it is written.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpRequestMethodConditionConfig.html
 */
export function validateMethod(value: string, path: string): Issue[] {
  if (/^[-_A-Z]{1,40}$/.test(value)) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} is not a method of 1 to 40 characters out of A-Z, - and _, without wildcards`,
      "write methods in capital letters, as clients send them",
    ),
  ];
}
