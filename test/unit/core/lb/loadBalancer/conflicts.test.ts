import { albConflicts } from "../../../../../core/lb/loadBalancer/conflicts";
import { claimsOf } from "../../../../helpers/claims";

test("lets load balancers with names of their own live side by side", () => {
  const claim = claimsOf();
  expect(albConflicts("i", { name: "a", hostnames: ["a.test"] }, "A", claim)).toEqual([]);
  expect(albConflicts("i", { name: "b", hostnames: ["b.test"] }, "B", claim)).toEqual([]);
});

test("lets two instances have the same hosts", () => {
  const claim = claimsOf();
  albConflicts("i", { name: "a", catchAll: true }, "A", claim);
  expect(albConflicts("j", { name: "a", catchAll: true }, "B", claim)).toEqual([]);
});

test("rejects a host of another load balancer in any letter case", () => {
  const claim = claimsOf();
  albConflicts("i", { name: "a", hostnames: ["x.test"] }, "A", claim);
  expect(albConflicts("i", { name: "b", hostnames: ["X.test"] }, "B", claim)).toEqual([
    {
      code: "KECS1012",
      path: "B",
      message: 'host name "x.test" belongs to A',
      hint: "give each load balancer of an instance names of its own",
      severity: "error",
    },
  ]);
});

test("rejects a second one for unknown hosts", () => {
  const claim = claimsOf();
  albConflicts("i", { name: "a", catchAll: true }, "A", claim);
  expect(albConflicts("i", { name: "c", catchAll: false }, "C", claim)).toEqual([]);
  expect(albConflicts("i", { name: "b", catchAll: true }, "B", claim)).toEqual([
    {
      code: "KECS1015",
      path: "B.catchAll",
      message: "requests for unknown hosts already go to A",
      hint: "set catchAll for only one load balancer of an instance",
      severity: "error",
    },
  ]);
});
