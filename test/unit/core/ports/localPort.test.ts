import fc from "fast-check";
import { chooseSlot } from "../../../../core/ports/localPort";
import { planPorts, type PortPlan } from "../../../../core/ports/plan";
import { rangedSettings } from "../../../helpers/arbitrary";

const base = { bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 };
const NARROW = planPorts(base);
const TEN = planPorts({ ...base, range: { start: 9000, end: 9009 } });
const HUNDRED = planPorts({ ...base, range: { start: 9000, end: 9099 } });

function localPort(plan: PortPlan, port: number, own?: number): number | undefined {
  const choice = chooseSlot(plan, { port, ...(own === undefined ? {} : { localPort: own }) }, "l");
  return "slot" in choice ? choice.slot.localPort : undefined;
}

describe("chooseSlot", () => {
  test.each([
    ["80 takes the HTTP slot without a range", NARROW, 80, 8080],
    ["443 takes the HTTPS slot without a range", NARROW, 443, 8443],
    ["80 takes the HTTP slot with a range", TEN, 80, 8080],
    ["443 takes the HTTPS slot with a range", TEN, 443, 8443],
    ["the first port of the range takes itself", TEN, 9000, 9000],
    ["the last port of the range takes itself", TEN, 9009, 9009],
    ["8081 takes start + 81 in a range of a hundred", HUNDRED, 8081, 9081],
    ["8082 takes start + 82 in a range of a hundred", HUNDRED, 8082, 9082],
    ["8081 takes start + 1 in a range of ten", TEN, 8081, 9001],
    ["the port behind the range wraps around", TEN, 9010, 9000],
    ["the highest port wraps around", TEN, 65535, 9005],
    ["the lowest port wraps around", TEN, 1, 9001],
    ["HTTP's local port is no slot of its own for 8080", TEN, 8080, 9000],
  ])("gives listeners their ports: %s", (_, plan, port, expected) => {
    expect(localPort(plan, port)).toBe(expected);
  });

  test.each([
    ["a port of the range", TEN, 8081, 9007, 9007],
    ["HTTP's port", TEN, 8081, 8080, 8080],
    ["HTTPS's port", NARROW, 8081, 8443, 8443],
    ["a port of the range for 80", TEN, 80, 9003, 9003],
  ])("lets localPort win: %s", (_, plan, port, own, expected) => {
    expect(localPort(plan, port, own)).toBe(expected);
  });

  test("gives 80 and 443 their slots where the range contains those very ports", () => {
    const plan = planPorts({ ...base, range: { start: 60, end: 100 } });
    expect(chooseSlot(plan, { port: 80 }, "l")).toEqual({ slot: plan.slots[0] });
    expect(chooseSlot(plan, { port: 443 }, "l")).toEqual({ slot: plan.slots[1] });
  });

  test("rejects a port other than 80 and 443 without a range, naming both settings", () => {
    expect(chooseSlot(NARROW, { port: 8081 }, 'Listener("api")')).toEqual({
      issue: {
        code: "KECS1005",
        path: 'Listener("api").port',
        message:
          'listener port "8081" has no local port: only 80 and 443 have one without a custom range',
        hint: "set portRangeStart and portRangeEnd of the instance (KECS_ALB_PORT_RANGE_START and KECS_ALB_PORT_RANGE_END), for example 9000 and 9009",
        severity: "error",
      },
    });
  });

  test.each([
    [
      "without a range",
      NARROW,
      'local port "9000" is not published by the instance, which has 8080, 8443',
    ],
    [
      "with a range",
      planPorts({ ...base, range: { start: 9001, end: 9009 } }),
      'local port "9000" is not published by the instance, which has 8080, 8443, 9001-9009',
    ],
  ])("rejects a localPort that is not published, naming those that are: %s", (_, plan, message) => {
    expect(chooseSlot(plan, { port: 8081, localPort: 9000 }, "l")).toEqual({
      issue: {
        code: "KECS1005",
        path: "l.localPort",
        message,
        hint: "choose one of these ports, or make the instance's range include it",
        severity: "error",
      },
    });
  });

  test("gives every port of any range but 80 and 443 its own local port", () => {
    fc.assert(
      fc.property(rangedSettings, fc.nat(), (settings, offset) => {
        const { start, end } = settings.range;
        const port = start + (offset % (end - start + 1));
        fc.pre(port !== 80 && port !== 443);
        expect(localPort(planPorts(settings), port)).toBe(port);
      }),
    );
  });

  test("gives any other port start + (port mod width)", () => {
    fc.assert(
      fc.property(rangedSettings, fc.integer({ min: 1, max: 65535 }), (settings, port) => {
        const { start, end } = settings.range;
        fc.pre(port !== 80 && port !== 443 && (port < start || port > end));
        expect(localPort(planPorts(settings), port)).toBe(start + (port % (end - start + 1)));
      }),
    );
  });
});
