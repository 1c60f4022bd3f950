import fc from "fast-check";
import {
  DEFAULT_ACTION,
  DEFAULT_GUARD,
  EXACT_HOSTS,
  wildcardHost,
} from "../../../components/routing/priority";

const wildcard = fc
  .tuple(fc.string({ maxLength: 127 }), fc.nat())
  .map(([text, at]) => `${text.slice(0, at)}*${text.slice(at)}`);

test("puts exact hosts above every wildcard that AWS allows", () => {
  fc.assert(
    fc.property(wildcard, (host) => {
      expect(wildcardHost(host)).toBeLessThan(EXACT_HOSTS);
    }),
  );
});

test("puts the longer wildcard above the shorter one", () => {
  fc.assert(
    fc.property(wildcard, wildcard, (a, b) => {
      expect(Math.sign(wildcardHost(a) - wildcardHost(b))).toBe(Math.sign(a.length - b.length));
    }),
  );
});

test("puts the default action above its guard, and both above nothing", () => {
  expect(DEFAULT_ACTION).toBeGreaterThan(DEFAULT_GUARD);
  expect(DEFAULT_GUARD).toBeGreaterThan(0);
});

test("keeps all of its numbers below those that Traefik reserves", () => {
  // Traefik refuses priorities above MaxInt - 1000, on 32 bits as well.
  expect(EXACT_HOSTS).toBeLessThan(2 ** 31 - 1000);
});

test("rejects an exact host where a wildcard is asked for", () => {
  expect(() => wildcardHost("a.test")).toThrow("not a wildcard: a.test");
});
