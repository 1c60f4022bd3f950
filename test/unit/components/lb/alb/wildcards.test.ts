import * as pulumi from "@pulumi/pulumi";
import type { Wildcards } from "../../../../../components/controlPlane/entries";
import { wildcardsOf } from "../../../../../components/lb/alb/wildcards";

const later = <T>(value: T): pulumi.Output<T> =>
  pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;

test.each<[string, Parameters<typeof wildcardsOf>[0], Wildcards | undefined]>([
  ["no names", {}, "none"],
  ["exact names", { hostnames: ["a.test"], catchAll: false }, "none"],
  ["a wildcard", { hostnames: ["a.test", "*.a.test"] }, "some"],
  ["any host", { catchAll: true }, "any"],
  ["any host, and names that come later", { catchAll: true, hostnames: later(["a.test"]) }, "any"],
  ["names that come later", { hostnames: later(["a.test"]) }, undefined],
  ["any host or none, which comes later", { catchAll: later(false) }, undefined],
  ["a wildcard, and maybe any host", { catchAll: later(false), hostnames: ["?.test"] }, undefined],
])("tells of %s whether there are wildcards", (_, args, expected) => {
  expect(wildcardsOf(args)).toBe(expected);
});
