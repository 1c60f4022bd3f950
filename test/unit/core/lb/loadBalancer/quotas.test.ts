import { quotaIssue, quotasOf } from "../../../../../core/lb/loadBalancer/quotas";

test("starts from the quotas of a new AWS account", () => {
  expect(quotasOf({})).toEqual({ rules: 100, listeners: 50, certificates: 25 });
  expect(quotasOf({ quotas: { rules: 200 } })).toEqual({
    rules: 200,
    listeners: 50,
    certificates: 25,
  });
});

test.each([
  ["rules", 100],
  ["listeners", 50],
  ["certificates", 25],
] as const)("allows %s up to %d", (kind, limit) => {
  expect(quotaIssue(kind, limit, limit, "p")).toBeUndefined();
  expect(quotaIssue(kind, limit + 1, limit, "p")).toMatchObject({ code: "KECS1019", path: "p" });
});

test("says how to go on", () => {
  expect(quotaIssue("rules", 101, 100, 'ListenerRule("r")')).toEqual({
    code: "KECS1019",
    path: 'ListenerRule("r")',
    message: 'the load balancer has "101" rules, and AWS allows 100, default rules not counted',
    hint: "use a second load balancer; if AWS raised the quota of the account, set quotas.rules",
    severity: "error",
  });
});
