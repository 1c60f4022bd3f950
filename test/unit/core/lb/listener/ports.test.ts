import { loadBalancerArn } from "../../../../../core/arn";
import {
  planOf,
  portConflicts,
  portMapOf,
  slotOf,
  validateSlot,
} from "../../../../../core/lb/listener/ports";
import type { Claim } from "../../../../../core/claims";
import { brief, only } from "../../../../helpers/issues";
import { CONNECTION, NARROW } from "../../../../helpers/samples";

test("remakes the instance's plan out of its connection", () => {
  expect(planOf(NARROW).slots.map(({ localPort }) => localPort)).toEqual([8080, 8443]);
  expect(planOf(CONNECTION).slots.map(({ localPort }) => localPort)).toEqual([
    8080, 8443, 9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009,
  ]);
});

test("accepts a listener with a slot, and finds it again", () => {
  expect(validateSlot(CONNECTION, { port: 80 }, "l")).toEqual([]);
  expect(slotOf(CONNECTION, { port: 80 }).entryPoint).toBe("alb-http");
});

test("rejects a listener without a slot", () => {
  expect(brief(validateSlot(NARROW, { port: 8081 }, "l"))).toEqual(["KECS1005 l.port"]);
  expect(() => slotOf(NARROW, { port: 8081 })).toThrow(RangeError);
});

describe("the map of ports", () => {
  test("has the two usual ports of every instance", () => {
    expect(portMapOf(NARROW, [])).toEqual({ "80": 8080, "443": 8443 });
  });

  test("has the listeners, each where it answers", () => {
    expect(portMapOf(CONNECTION, [{ port: 8081 }, { port: 8082, localPort: 9009 }])).toEqual({
      "80": 8080,
      "443": 8443,
      "8081": 9001,
      "8082": 9009,
    });
  });

  test("follows a usual port to where its listener answers", () => {
    expect(portMapOf(CONNECTION, [{ port: 80, localPort: 9000 }])).toMatchObject({ "80": 9000 });
  });

  test("leaves out what has no local port", () => {
    expect(portMapOf(NARROW, [{ port: 8081 }])).toEqual({ "80": 8080, "443": 8443 });
  });
});

describe("conflicts", () => {
  const claims = (...taken: Claim["kind"][]) => {
    const asked: Claim[] = [];
    const claim = (of: Claim): string | undefined => {
      asked.push(of);
      return taken.includes(of.kind) ? 'Listener("a")' : undefined;
    };
    return { asked, claim };
  };
  const arn = loadBalancerArn(CONNECTION, "MyApp");
  const conflicts = (port: number, claim: (of: Claim) => string | undefined) =>
    portConflicts(CONNECTION, { loadBalancerArn: arn, port }, "l", claim);

  test("claims the port and the local port of the load balancer", () => {
    const { asked, claim } = claims();
    expect(conflicts(8081, claim)).toEqual([]);
    expect(asked).toEqual([
      { kind: "listenerPort", loadBalancerArn: arn, port: 8081 },
      { kind: "slot", instance: "myapp", localPort: 9001, use: "listener" },
      { kind: "localPort", loadBalancerArn: arn, localPort: 9001 },
    ]);
  });

  test("rejects a port that another listener has, naming it", () => {
    expect(only(conflicts(80, claims("listenerPort").claim))).toEqual({
      code: "KECS1007",
      path: "l.port",
      message: 'port "80" of the load balancer belongs to Listener("a")',
      hint: "give each listener of a load balancer a port of its own",
      severity: "error",
    });
  });

  test("rejects a local port that another listener answers on, naming it and the override", () => {
    expect(only(conflicts(8081, claims("localPort").claim))).toEqual({
      code: "KECS1006",
      path: "l.port",
      message: 'port "8081" would answer on local port 9001, as Listener("a") does',
      hint: "set localPort of one of the two to another port of the instance's range",
      severity: "error",
    });
  });
});
