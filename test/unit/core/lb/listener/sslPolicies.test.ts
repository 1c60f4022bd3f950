import { SSL_POLICIES, tlsVersionsOf } from "../../../../../core/lb/listener/sslPolicies";

test.each([
  ["ELBSecurityPolicy-2016-08", "1.0", "1.2"],
  ["ELBSecurityPolicy-FS-2018-06", "1.0", "1.2"],
  ["ELBSecurityPolicy-TLS-1-1-2017-01", "1.1", "1.2"],
  ["ELBSecurityPolicy-TLS-1-2-Ext-2018-06", "1.2", "1.2"],
  ["ELBSecurityPolicy-FS-1-2-Res-2020-10", "1.2", "1.2"],
  ["ELBSecurityPolicy-TLS13-1-0-2021-06", "1.0", "1.3"],
  ["ELBSecurityPolicy-TLS13-1-1-2021-06", "1.1", "1.3"],
  ["ELBSecurityPolicy-TLS13-1-2-2021-06", "1.2", "1.3"],
  ["ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "1.2", "1.3"],
  ["ELBSecurityPolicy-TLS13-1-3-2021-06", "1.3", "1.3"],
])("%s speaks TLS %s to %s", (policy, minimum, maximum) => {
  expect(tlsVersionsOf(policy)).toEqual({ minimum, maximum });
});

test("knows no other policy", () => {
  expect(tlsVersionsOf("ELBSecurityPolicy-2017-08")).toBeUndefined();
  expect(tlsVersionsOf("elbsecuritypolicy-2016-08")).toBeUndefined();
  expect(tlsVersionsOf("2016-08")).toBeUndefined();
});

test("lists each policy once", () => {
  expect(new Set(SSL_POLICIES).size).toBe(SSL_POLICIES.length);
});

/** A policy's name says its lowest version, `TLS13-1-2` or `FS-1-2`; the oldest names do not. */
test.each(SSL_POLICIES.filter((name) => /-1-[0-3]-/.test(name)))("%s says so itself", (policy) => {
  const [, minor = ""] = /-1-([0-3])-/.exec(policy) ?? [];
  expect(tlsVersionsOf(policy)).toEqual({
    minimum: `1.${minor}`,
    maximum: policy.includes("TLS13") ? "1.3" : "1.2",
  });
});
