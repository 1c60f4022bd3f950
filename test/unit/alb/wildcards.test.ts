import * as pulumi from "@pulumi/pulumi";
import { wildcardsOf } from "../../../components/alb/wildcards";

const later = <T>(value: T): pulumi.Output<T> =>
  pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;

test.each<[string, Parameters<typeof wildcardsOf>[0], boolean | undefined]>([
  ["no names", {}, false],
  ["exact names", { hostnames: ["a.test"], catchAll: false }, false],
  ["a wildcard", { hostnames: ["a.test", "*.a.test"] }, true],
  ["any host", { catchAll: true }, true],
  ["any host, and names that come later", { catchAll: true, hostnames: later(["a.test"]) }, true],
  ["names that come later", { hostnames: later(["a.test"]) }, undefined],
  ["any host or none, which comes later", { catchAll: later(false) }, undefined],
  ["a wildcard, and the rest later", { catchAll: later(false), hostnames: ["?.test"] }, true],
])("tells of %s whether there are wildcards", (_, args, expected) => {
  expect(wildcardsOf(args)).toBe(expected);
});
