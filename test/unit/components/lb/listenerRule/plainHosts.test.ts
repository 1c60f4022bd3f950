import * as pulumi from "@pulumi/pulumi";
import { plainHosts } from "../../../../../components/lb/listenerRule/plainHosts";

const later = (value: unknown) => pulumi.output(Promise.resolve(value));
const host = (...values: unknown[]) => ({ hostHeader: { values } });

test.each<[string, unknown, string[]]>([
  [
    "every host in lower case",
    [host("A.test", "*.B.test"), host("c.test")],
    ["a.test", "*.b.test", "c.test"],
  ],
  ["the plain one of two hosts", [host("a.test", later("b.test"))], ["a.test"]],
  ["hosts beside other conditions", [{ sourceIp: later({}) }, host("a.test")], ["a.test"]],
  ["no regular expressions", [{ hostHeader: { regexValues: ["^a"] } }], []],
  ["nothing of an output", [later({}), { hostHeader: later({}) }, host(later("a.test"))], []],
  ["nothing of a list that is one", later([]), []],
])("tells %s", (_, conditions, expected) => {
  expect(plainHosts(conditions)).toEqual(expected);
});
