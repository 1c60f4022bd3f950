import type { Validation } from "../api/validation";
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

/** Whether the components, or the API, refuse what the case gives them; `refused` is null where they must not. */
export function validationCase(of: DescribedCase): Interpretation | string {
  const unknown = Object.keys(of.given).find((key) => !Object.hasOwn(KNOWN, key));
  if (unknown !== undefined) return `given.${unknown}`;
  const expected = of.expect["refused"];
  return {
    // Through the API it makes load balancers and removes them again.
    isDisturbing: true,
    run: async ({ api }) => {
      const messages = await (api === undefined
        ? ofComponents(of.given)
        : ofApi(of.given, api.validation));
      const isRefused = messages.length > 0;
      const received = isRefused ? messages : "accepted";
      return isRefused === (expected !== null) ? [] : [{ field: "refused", expected, received }];
    },
  };
}

function ofComponents(given: ValidationGiven): string[] {
  const errors = issuesOf(given).filter(({ severity }) => severity === "error");
  return errors.map(({ message }) => message);
}

async function ofApi(given: ValidationGiven, validation: Validation): Promise<string[]> {
  const refused = await validation.refusalOf(given);
  return refused === undefined ? [] : [refused.message];
}
