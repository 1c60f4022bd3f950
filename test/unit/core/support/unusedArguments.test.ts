import { validateAlb } from "../../../../core/lb/loadBalancer/validate";
import { warnOfUnused } from "../../../../core/support/unusedArguments";
import { listenerArn, loadBalancerArn, targetGroupArn } from "../../../../core/arn";
import { validateListener } from "../../../../core/lb/listener/validate";
import { validateListenerRule } from "../../../../core/lb/listenerRule/validate";
import { validateTargetGroup } from "../../../../core/lb/targetGroup/validate";
import { CONNECTION } from "../../../helpers/samples";

const USED = { connection: true, name: true } as const;

test("names what was given and is not read, all in one warning", () => {
  const values = {
    connection: {},
    name: "a",
    region: "x",
    toString: "y",
    none: undefined,
    no: null,
  };
  expect(warnOfUnused(values as { name: string }, USED, "Alb")).toEqual([
    {
      code: "KECS1013",
      path: "Alb",
      message: "region, toString: without effect here",
      hint: "do not rely on them locally",
      severity: "warning",
    },
  ]);
});

test("says nothing where all is read", () => {
  expect(warnOfUnused({ name: "a" }, USED, "Alb")).toEqual([]);
});

const forward = { type: "forward", targetGroupArn: targetGroupArn(CONNECTION, "g") };

test.each([
  [
    "minimumLoadBalancerCapacity",
    (more: object) => validateAlb({ name: "a", ...more }, "c"),
    { minimumLoadBalancerCapacity: { capacityUnits: 10 } },
  ],
  [
    "routingHttpResponseServerEnabled, routingHttpResponseXFrameOptionsHeaderValue",
    (more: object) =>
      validateListener(
        {
          loadBalancerArn: loadBalancerArn(CONNECTION, "a"),
          port: 80,
          defaultActions: [forward],
          ...more,
        },
        "c",
      ),
    {
      routingHttpResponseServerEnabled: false,
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
    },
  ],
  [
    "region",
    (more: object) =>
      validateListenerRule(
        {
          listenerArn: listenerArn(CONNECTION, "a", 80),
          priority: 1,
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [forward],
          ...more,
        },
        "c",
      ),
    { region: "eu-west-1" },
  ],
  [
    "targetFailovers",
    (more: object) => validateTargetGroup({ name: "a", ...more }, "c"),
    { targetFailovers: [] },
  ],
])("tells of %s of the shape of aws.lb", (names, validate, more) => {
  expect(validate({ connection: CONNECTION, ...more }).map(({ message }) => message)).toEqual([
    `${names}: without effect here`,
  ]);
});
