import fc from "fast-check";
import { planNotes, planPorts, portsOutputs } from "../../../../core/ports/plan";
import { rangedSettings } from "../../../helpers/arbitrary";

const base = { bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 };
const HTTP = { role: "http", localPort: 8080, nodePort: 30880, entryPoint: "alb-http" };
const HTTPS = { role: "https", localPort: 8443, nodePort: 30443, entryPoint: "alb-https" };

describe("planPorts", () => {
  test("leads 8080 to 30880 and 8443 to 30443 where there is no range", () => {
    expect(planPorts(base)).toEqual({ bindAddress: "127.0.0.1", slots: [HTTP, HTTPS] });
  });

  test("leads slot i of the range to 30800+i", () => {
    expect(planPorts({ ...base, range: { start: 9000, end: 9002 } })).toEqual({
      bindAddress: "127.0.0.1",
      slots: [
        HTTP,
        HTTPS,
        { role: "range", localPort: 9000, nodePort: 30800, entryPoint: "alb-9000" },
        { role: "range", localPort: 9001, nodePort: 30801, entryPoint: "alb-9001" },
        { role: "range", localPort: 9002, nodePort: 30802, entryPoint: "alb-9002" },
      ],
    });
  });

  test.each([
    ["before it", 9079, 30879],
    ["that would fall on it", 9080, 30900],
    ["behind it", 9081, 30881],
    ["at the end", 9099, 30899],
  ])("moves no slot but the one on HTTP's NodePort: the slot %s", (_, localPort, nodePort) => {
    const { slots } = planPorts({ ...base, range: { start: 9000, end: 9099 } });
    expect(slots.find((slot) => slot.localPort === localPort)?.nodePort).toBe(nodePort);
  });

  test("has a slot for each port of any range, and no two share a port, NodePort or entry point", () => {
    fc.assert(
      fc.property(rangedSettings, (settings) => {
        const { slots } = planPorts(settings);
        const { start, end } = settings.range;
        expect(slots.slice(2).map((slot) => slot.localPort)).toEqual(
          Array.from({ length: end - start + 1 }, (_, i) => start + i),
        );
        for (const key of ["localPort", "nodePort", "entryPoint"] as const) {
          expect(new Set(slots.map((slot) => slot[key])).size).toBe(slots.length);
        }
      }),
    );
  });

  test("keeps every NodePort within 30000-32767", () => {
    fc.assert(
      fc.property(rangedSettings, (settings) => {
        for (const { nodePort } of planPorts(settings).slots) {
          expect(nodePort).toBeGreaterThanOrEqual(30000);
          expect(nodePort).toBeLessThanOrEqual(32767);
        }
      }),
    );
  });

  test("names entry points as a Service's ports may be named: at most 15 characters", () => {
    fc.assert(
      fc.property(rangedSettings, (settings) => {
        for (const { entryPoint } of planPorts(settings).slots) {
          expect(entryPoint).toMatch(/^(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/);
        }
      }),
    );
  });
});

describe("portsOutputs", () => {
  const http = { localPort: 8080, nodePort: 30880 };
  const https = { localPort: 8443, nodePort: 30443 };

  test("has no range where the plan has none", () => {
    expect(portsOutputs(planPorts(base))).toEqual({ bindAddress: "127.0.0.1", http, https });
  });

  test("names the ends of the range and its first NodePort", () => {
    expect(portsOutputs(planPorts({ ...base, range: { start: 9000, end: 9009 } }))).toEqual({
      bindAddress: "127.0.0.1",
      http,
      https,
      range: { start: 9000, end: 9009, nodePort: 30800, moved: [] },
    });
  });

  test("names the slot that moved", () => {
    expect(portsOutputs(planPorts({ ...base, range: { start: 9000, end: 9099 } })).range).toEqual({
      start: 9000,
      end: 9099,
      nodePort: 30800,
      moved: [{ localPort: 9080, nodePort: 30900 }],
    });
  });

  test("tells every slot of any plan", () => {
    fc.assert(
      fc.property(rangedSettings, (settings) => {
        const plan = planPorts(settings);
        const { range } = portsOutputs(plan);
        for (const { localPort, nodePort } of plan.slots.slice(2)) {
          const moved = range?.moved.find((pair) => pair.localPort === localPort);
          expect(moved?.nodePort ?? (range?.nodePort ?? 0) + localPort - settings.range.start).toBe(
            nodePort,
          );
        }
      }),
    );
  });

  test("rejects a plan without HTTP and HTTPS", () => {
    expect(() => portsOutputs({ bindAddress: "127.0.0.1", slots: [] })).toThrow(RangeError);
  });
});

describe("planNotes", () => {
  test("says nothing where every slot follows the rule", () => {
    expect(planNotes(planPorts({ ...base, range: { start: 9000, end: 9079 } }))).toEqual([]);
  });

  test("says where the slot on HTTP's NodePort went", () => {
    expect(planNotes(planPorts({ ...base, range: { start: 9000, end: 9080 } }))).toEqual([
      "local port 9080 uses NodePort 30900, since 30880 belongs to HTTP",
    ]);
  });
});
