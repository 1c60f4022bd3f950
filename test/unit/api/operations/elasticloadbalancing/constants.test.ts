import { operations } from "../../../../../api/operations/elasticloadbalancing";
import { LENIENCIES } from "../../../../../api/operations/elasticloadbalancing/leniencies";
import { LoadBalancing } from "../../../../helpers/api/loadBalancing";

test("security policies come with their versions of TLS", () => {
  const instance = new LoadBalancing();
  const Names = ["ELBSecurityPolicy-TLS13-1-1-2021-06", "ELBSecurityPolicy-2016-08"];
  expect(instance.ask("DescribeSSLPolicies", { Names }).SslPolicies).toMatchObject([
    { Name: "ELBSecurityPolicy-2016-08", SslProtocols: ["TLSv1", "TLSv1.1", "TLSv1.2"] },
    {
      Name: "ELBSecurityPolicy-TLS13-1-1-2021-06",
      SslProtocols: ["TLSv1.1", "TLSv1.2", "TLSv1.3"],
    },
  ]);
  const { NextMarker, SslPolicies } = instance.ask("DescribeSSLPolicies", { PageSize: 5 });
  expect([SslPolicies?.length, NextMarker]).toEqual([5, expect.any(String)]);
  expect(instance.refusal("DescribeSSLPolicies", { Names: ["x"] })).toBe(
    "SSLPolicyNotFound: SSL policy 'x' not found",
  );
});

test("limits are those of a new account, in pages", () => {
  const instance = new LoadBalancing();
  const { Limits = [] } = instance.ask("DescribeAccountLimits", {});
  expect(Limits).toContainEqual({ Name: "rules-per-application-load-balancer", Max: "100" });
  const { NextMarker: Marker } = instance.ask("DescribeAccountLimits", { PageSize: 4 });
  expect(instance.ask("DescribeAccountLimits", { Marker }).Limits).toEqual(Limits.slice(4));
});

test("every leniency is of operations that there are", () => {
  const named = new Set(LENIENCIES.flatMap((of) => of.operations));
  expect([...named].filter((name) => !Object.hasOwn(operations, name))).toEqual([]);
});
