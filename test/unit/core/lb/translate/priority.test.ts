import fc from "fast-check";
import * as priority from "../../../../../core/lb/translate/priority";

const wildcard = fc
  .tuple(fc.string({ maxLength: 127 }), fc.nat())
  .map(([text, at]) => `${text.slice(0, at)}*${text.slice(at)}`);
const rule = fc.integer({ min: 1, max: 50000 });

describe("among the roots of a port", () => {
  test("puts exact hosts above every wildcard that AWS allows", () => {
    fc.assert(
      fc.property(wildcard, (host) => {
        expect(priority.wildcardHost(host) + 1).toBeLessThan(priority.EXACT_HOSTS);
      }),
    );
  });

  test("puts the longer wildcard above the shorter one", () => {
    fc.assert(
      fc.property(wildcard, wildcard, (a, b) => {
        expect(Math.sign(priority.wildcardHost(a) - priority.wildcardHost(b))).toBe(
          Math.sign(a.length - b.length),
        );
      }),
    );
  });

  test("leaves a number between one wildcard and the next longer one", () => {
    fc.assert(
      fc.property(wildcard, (host) => {
        expect(priority.wildcardHost(`${host}x`)).toBeGreaterThan(priority.wildcardHost(host) + 1);
      }),
    );
  });

  test("puts hosts that no load balancer has below the shortest wildcard", () => {
    expect(priority.OTHER_HOSTS).toBeLessThan(priority.wildcardHost("*"));
    expect(priority.OTHER_HOSTS).toBeGreaterThan(1);
  });

  test("rejects an exact host where a wildcard is asked for", () => {
    expect(() => priority.wildcardHost("a.test")).toThrow("not a wildcard: a.test");
  });
});

describe("among the children of a root", () => {
  test.each([
    [1, 199998, 199997],
    [10, 199980, 199979],
    [50000, 100000, 99999],
  ])("gives rule %i the number %i, and its guard %i", (of, number, guard) => {
    expect([priority.rulePriority(of), priority.ruleGuard(of)]).toEqual([number, guard]);
  });

  test("puts a rule above its guard, and both above every rule that comes later on AWS", () => {
    fc.assert(
      fc.property(rule, rule, (a, b) => {
        fc.pre(a < b);
        expect(priority.rulePriority(a)).toBeGreaterThan(priority.ruleGuard(a));
        expect(priority.ruleGuard(a)).toBeGreaterThan(priority.rulePriority(b));
      }),
    );
  });

  test("puts TRACE above all rules, and the default action and its guard below", () => {
    expect(priority.TRACE).toBeGreaterThan(priority.rulePriority(1));
    expect(priority.DEFAULT_ACTION).toBeLessThan(priority.ruleGuard(50000));
    expect(priority.DEFAULT_ACTION).toBeGreaterThan(priority.DEFAULT_GUARD);
    expect(priority.DEFAULT_GUARD).toBeGreaterThan(0);
  });

  test("keeps all of its numbers below those that Traefik reserves", () => {
    // Traefik refuses priorities above MaxInt - 1000, on 32 bits as well.
    expect(priority.TRACE).toBeLessThan(2 ** 31 - 1000);
  });
});
