import fc from "fast-check";
import {
  toActionValues,
  toAwsAction,
} from "../../../../../../api/operations/elasticloadbalancing/shapes/action";
import {
  toAwsCondition,
  toConditionValues,
} from "../../../../../../api/operations/elasticloadbalancing/shapes/condition";
import { albValuesOf } from "../../../../../../api/operations/elasticloadbalancing/shapes/loadBalancer";
import { loadBalancerArn, targetGroupArn } from "../../../../../../core/arn";
import { validateConditions } from "../../../../../../core/lb/conditions/validate";
import { actionOf } from "../../../../../../core/lb/listener/actions";
import { validateActions } from "../../../../../../core/lb/listener/validateActions";
import {
  loadBalancerFacts,
  loadBalancerRecord,
} from "../../../../../../core/lb/loadBalancer/record";
import type { AlbValues } from "../../../../../../core/lb/loadBalancer/values";
import { assumedTargetGroup } from "../../../../../../core/lb/targetGroup/model";
import { isSound } from "../../../../../../core/validate";
import { anyAction, anyCondition } from "../../../../../helpers/arbitraryRule";
import { CONNECTION } from "../../../../../helpers/samples";

const validCondition = anyCondition.filter((of) => isSound(validateConditions([of], "c")));
const validAction = anyAction.filter((of) => isSound(validateActions([of], "a")));

test("a condition means the same after AWS's form of it, and is described the same", () => {
  fc.assert(
    fc.property(validCondition, (condition) => {
      const described = toAwsCondition(condition);
      const again = toConditionValues(described);
      // An empty list beside the other one is not told apart from none.
      expect(withoutEmpty(again)).toEqual(withoutEmpty(condition));
      expect(toAwsCondition(again)).toEqual(described);
    }),
  );
});

test("a condition with its values beside the field is described in both forms", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("host-header", "path-pattern"),
      fc.string({ minLength: 1 }),
      (Field, value) => {
        const described = toAwsCondition(toConditionValues({ Field, Values: [value] }));
        const config = Field === "host-header" ? "HostHeaderConfig" : "PathPatternConfig";
        expect(described).toEqual({ Field, Values: [value], [config]: { Values: [value] } });
      },
    ),
  );
});

test("the kind of a source address is kept", () => {
  const condition = {
    Field: "source-ip",
    SourceIpConfig: { Values: ["10.0.0.0/8"], IpAddressType: "ipv4" as const },
  };
  expect(toAwsCondition(toConditionValues(condition))).toEqual(condition);
});

test("an action does the same after AWS's form of it, and is described the same", () => {
  fc.assert(
    fc.property(validAction, (action) => {
      const described = toAwsAction(action);
      const again = toActionValues(described);
      expect(isSound(validateActions([again], "a"))).toBe(true);
      expect(actionOf([again], assumedTargetGroup)).toEqual(actionOf([action], assumedTargetGroup));
      expect(toAwsAction(again)).toEqual(described);
    }),
  );
});

test("an action that AWS describes is kept as it is", () => {
  const arns = ["a", "b"].map((name) => targetGroupArn(CONNECTION, name));
  const anyForward = fc
    .record({
      Order: fc.integer({ min: 1, max: 9 }),
      groups: fc.uniqueArray(fc.constantFrom(...arns), { minLength: 2, maxLength: 2 }),
      Weight: fc.nat(999),
      Enabled: fc.boolean(),
      DurationSeconds: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ Order, groups, Weight, ...TargetGroupStickinessConfig }) => ({
      Type: "forward" as const,
      Order,
      ForwardConfig: {
        TargetGroups: groups.map((TargetGroupArn) => ({ TargetGroupArn, Weight })),
        TargetGroupStickinessConfig,
      },
    }));
  fc.assert(
    fc.property(anyForward, (action) => {
      expect(toAwsAction(toActionValues(action))).toEqual(action);
    }),
  );
});

test("a load balancer's values are all in its record", () => {
  const anyValues: fc.Arbitrary<AlbValues> = fc.record(
    {
      name: fc.constant("shop"),
      hostnames: fc.uniqueArray(fc.constantFrom("a.test", "*.B.test")),
      catchAll: fc.boolean(),
      idleTimeout: fc.integer({ min: 1, max: 4000 }),
      enableHttp2: fc.boolean(),
      dropInvalidHeaderFields: fc.boolean(),
      xffHeaderProcessingMode: fc.constantFrom("append", "preserve", "remove"),
      enableXffClientPort: fc.boolean(),
      enableTlsVersionAndCipherSuiteHeaders: fc.boolean(),
      hostHeader: fc.constantFrom("local", "aws"),
      simulateSourceIp: fc.boolean(),
      tags: fc.dictionary(fc.string(), fc.string()),
    },
    { requiredKeys: ["name"] },
  );
  fc.assert(
    fc.property(anyValues, (values) => {
      const arn = loadBalancerArn(CONNECTION, "shop");
      const record = loadBalancerRecord(values, arn);
      const object = {
        ...record,
        kind: "lb",
        stack: "a/b",
        owner: "api" as const,
        createdAt: new Date(0),
        echo: {},
        attributes: { ...record.attributes },
      };
      expect(loadBalancerRecord(albValuesOf(object), arn)).toEqual(record);
      expect(loadBalancerFacts(albValuesOf(object))).toEqual(loadBalancerFacts(values));
    }),
  );
});

/** A copy without lists that are empty. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !(Array.isArray(each) && each.length === 0))
      .map(([key, each]) => [key, withoutEmpty(each)]),
  );
}
