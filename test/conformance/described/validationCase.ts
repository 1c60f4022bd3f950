import type { DescribedCase } from "../caseFile";
import { issuesOf, type ValidationGiven } from "../validation";
import type { Interpretation } from "./described";

const KNOWN: Readonly<Record<keyof ValidationGiven, true>> = {
  rule: true,
  conditions: true,
  actions: true,
  forward: true,
  fixedResponse: true,
  redirect: true,
  listener: true,
  stickiness: true,
  attributes: true,
  targetGroup: true,
  albs: true,
  tls: true,
};

/** Whether the components refuse what the case gives them; `refused` is null where they must not. */
export function validationCase(of: DescribedCase): Interpretation | string {
  const unknown = Object.keys(of.given).find((key) => !Object.hasOwn(KNOWN, key));
  if (unknown !== undefined) return `given.${unknown}`;
  const expected = of.expect["refused"];
  return {
    run: () => {
      const errors = issuesOf(of.given).filter(({ severity }) => severity === "error");
      const isRefused = errors.length > 0;
      const received = isRefused ? errors.map(({ message }) => message) : "accepted";
      return Promise.resolve(
        isRefused === (expected !== null) ? [] : [{ field: "refused", expected, received }],
      );
    },
  };
}
