import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { validateListenerRule } from "../../../core/lb/listenerRule/validate";
import { listenerArn, targetGroupArn } from "../../../core/arn";
import { condition, issuesOf, type ValidationGiven } from "../../conformance/validation";
import { errors } from "../../helpers/issues";
import { CONNECTION } from "../../helpers/samples";

interface ValidationCase {
  readonly id: string;
  readonly title: string;
  readonly feature: string;
  readonly given: ValidationGiven;
  readonly expect: { readonly refused: string | null };
}

interface Fixture {
  readonly albs: readonly {
    readonly listeners: readonly {
      readonly rules?: readonly {
        readonly priority: number;
        readonly conditions: readonly Parameters<typeof condition>[0][];
      }[];
    }[];
  }[];
}

const file = parse(readFileSync(join(__dirname, "../../conformance/cases.yaml"), "utf8")) as {
  readonly fixtures: Record<string, Fixture>;
  readonly cases: readonly ValidationCase[];
};
const cases = file.cases.filter(({ feature }) => feature === "validation");

test("reads every case of the file", () => {
  expect(cases.length).toBeGreaterThanOrEqual(31);
});

test.each(cases.filter(({ expect: { refused } }) => refused !== null))(
  "refuses $id, $title",
  ({ given }) => {
    expect(errors(issuesOf(given))).not.toEqual([]);
  },
);

/** Why each case is refused, so that no case passes for a wrong reason. */
test.each([
  ["VAL-01", "KECS1011", ".priority"],
  ["VAL-04", "KECS1018", ".conditions"],
  ["VAL-05", "KECS1018", ".conditions"],
  ["VAL-06", "KECS1018", ".conditions[1].pathPattern"],
  ["VAL-09", "KECS1009", ".conditions"],
  ["VAL-10", "KECS1018", ".conditions[0].pathPattern.values[0]"],
  ["VAL-12", "KECS1018", ".conditions[0].httpHeader.httpHeaderName"],
  ["VAL-14", "KECS1018", ".conditions[0].httpRequestMethod.values[0]"],
  ["VAL-16", "KECS1018", ".conditions[0].sourceIp.values[0]"],
  ["VAL-18", "KECS1018", ".conditions[0].hostHeader.values[0]"],
  ["VAL-20", "KECS1009", ".actions"],
  ["VAL-21", "KECS1020", ".actions[1]"],
  ["VAL-22", "KECS1020", ".actions[0].forward.targetGroups"],
  ["VAL-24", "KECS1011", ".actions[0].forward.targetGroups[0].weight"],
  ["VAL-25", "KECS1020", ".actions[0].fixedResponse.statusCode"],
  ["VAL-26", "KECS1020", ".actions[0].fixedResponse.messageBody"],
  ["VAL-29", "KECS1020", ".actions[0].redirect"],
  ["VAL-30", "KECS1020", ".actions[0].redirect.protocol"],
  ["VAL-32", "KECS1020", ".actions[0].type"],
  ["VAL-33", "KECS1020", ".actions[0].targetGroupArn"],
  ["VAL-42", "KECS1010", ".actions[0].targetGroupArn"],
])("refuses %s for its own reason, %s at %s", (id, code, path) => {
  const given = cases.find((one) => one.id === id)?.given ?? {};
  expect(errors(issuesOf(given))[0]).toMatchObject({ code, path: `ListenerRule("case")${path}` });
});

test.each(cases.filter(({ expect: { refused } }) => refused === null))(
  "accepts $id, $title",
  ({ given }) => {
    expect(errors(issuesOf(given))).toEqual([]);
  },
);

test("finds nothing to refuse where nothing is given", () => {
  expect(issuesOf({})).toEqual([]);
});

test.each(Object.entries(file.fixtures))("accepts every rule of fixture %s", (_, { albs }) => {
  const rules = albs.flatMap(({ listeners }) => listeners.flatMap((of) => of.rules ?? []));
  const issues = rules.flatMap(({ priority, conditions }) =>
    validateListenerRule(
      {
        listenerArn: listenerArn(CONNECTION, "a", 80),
        priority,
        conditions: conditions.map(condition),
        actions: [{ type: "forward", targetGroupArn: targetGroupArn(CONNECTION, "g") }],
      },
      `rule ${priority}`,
    ),
  );
  expect(errors(issues)).toEqual([]);
});
