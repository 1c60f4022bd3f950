import fc from "fast-check";
import { listenerArn } from "../../../../../core/arn";
import { isSound } from "../../../../../core/validate";
import { actionOf } from "../../../../../core/lb/listener/actions";
import { validateActions } from "../../../../../core/lb/listener/validateActions";
import { conditionsOf } from "../../../../../core/lb/conditions/conditions";
import { validateConditions } from "../../../../../core/lb/conditions/validate";
import { validateListenerRule } from "../../../../../core/lb/listenerRule/validate";
import type { Action, Condition, TargetGroup } from "../../../../../core/lb/model";
import { anyAction, anyCondition } from "../../../../helpers/arbitraryRule";
import { CONNECTION } from "../../../../helpers/samples";

const RUNS = { numRuns: 500 };
const groupOf = (arn: string): TargetGroup => ({
  name: arn,
  arn,
  protocol: "HTTP",
  protocolVersion: "HTTP1",
  algorithm: "round_robin",
});

test("never throws, whatever a rule is told", () => {
  fc.assert(
    fc.property(
      fc.array(anyCondition, { maxLength: 4 }),
      fc.array(anyAction, { maxLength: 3 }),
      fc.oneof(fc.integer(), fc.double()),
      (conditions, actions, priority) => {
        const values = {
          listenerArn: listenerArn(CONNECTION, "a", 80),
          priority,
          conditions,
          actions,
        };
        expect(Array.isArray(validateListenerRule(values, "r"))).toBe(true);
      },
    ),
    RUNS,
  );
});

test("never throws where a program without types leaves out what is required", () => {
  const bare = [
    { httpHeader: {} },
    { queryStrings: [{}] },
    { httpRequestMethod: {} },
    { sourceIp: { values: [undefined] } },
    { hostHeader: { values: [1] } },
  ];
  for (const condition of bare) {
    expect(isSound(validateConditions([condition as never], "c"))).toBe(false);
  }
  const actions = [
    { type: "forward", forward: {} },
    { type: "forward", targetGroupArn: "a", forward: {} },
    { type: "forward", forward: { targetGroups: [{}] } },
    { type: "redirect", redirect: {} },
    { type: "fixed-response", fixedResponse: {} },
    {},
  ];
  for (const action of actions) {
    expect(isSound(validateActions([action as never], "a"))).toBe(false);
  }
});

test("brings every accepted list of conditions to the model within AWS's bounds", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), (conditions) => {
      if (!isSound(validateConditions(conditions, "c"))) return;
      accepted += 1;
      const model = conditionsOf(conditions);
      expect(model).toHaveLength(conditions.length);
      expect(model.flatMap(textsOf).length).toBeLessThanOrEqual(5);
      for (const one of model) {
        expect(textsOf(one)).not.toEqual([]);
        for (const text of textsOf(one)) {
          expect(text.length).toBeGreaterThanOrEqual(1);
          expect(text.length).toBeLessThanOrEqual(128);
        }
        if ("regexValues" in one)
          expect(Math.min(one.values.length, one.regexValues.length)).toBe(0);
        if (one.field === "http-header") expect(one.name).toMatch(/^(?!host$)[^\s*:]{1,40}$/i);
      }
    }),
    RUNS,
  );
  expect(accepted).toBeGreaterThan(20);
});

function textsOf(condition: Condition): string[] {
  if (condition.field === "query-string") return condition.values.map(({ value }) => value);
  return [...condition.values, ...("regexValues" in condition ? condition.regexValues : [])];
}

test("brings every accepted list of actions to the model within AWS's bounds", () => {
  const accepted = new Map<Action["type"], number>();
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 1, maxLength: 2 }), (actions) => {
      if (!isSound(validateActions(actions, "a"))) return;
      const action = actionOf(actions, groupOf);
      accepted.set(action.type, (accepted.get(action.type) ?? 0) + 1);
      expectBounds(action);
    }),
    // So many, since few redirects of any texts are accepted.
    { numRuns: 3000 },
  );
  expect([...accepted.keys()].sort()).toEqual(["fixed-response", "forward", "redirect"]);
});

function expectBounds(action: Action): void {
  switch (action.type) {
    case "forward":
      expect(action.targetGroups.length).toBeGreaterThanOrEqual(1);
      expect(action.targetGroups.length).toBeLessThanOrEqual(5);
      for (const { weight } of action.targetGroups) {
        expect(Number.isInteger(weight) && weight >= 0 && weight <= 999).toBe(true);
      }
      return;
    case "redirect":
      expect([301, 302]).toContain(action.statusCode);
      expect(action.protocol).toMatch(/^(HTTPS?|#\{protocol\})$/);
      expect(action.port).toMatch(/^([1-9]\d{0,4}|#\{port\})$/);
      expect(action.path).toMatch(/^\//);
      expect(action.path + action.query + action.host).not.toMatch(/[\r\n]/);
      return;
    case "fixed-response":
      expect(String(action.statusCode)).toMatch(/^[245]\d\d$/);
      expect(Buffer.byteLength(action.messageBody)).toBeLessThanOrEqual(1024);
  }
}
