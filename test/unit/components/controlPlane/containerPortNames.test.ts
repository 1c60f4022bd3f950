import * as pulumi from "@pulumi/pulumi";
import { withPlainValue } from "../../../../components/inputs/inputs";
import {
  containerPortNames,
  groupIdentity,
  plainJoins,
} from "../../../../components/controlPlane/containerPortNames";
import { deploy } from "../../../helpers/deploy";

test("tells target groups apart by ARN where it is known, else by their Outputs", () => {
  const arn = pulumi.output("arn");
  expect(groupIdentity("arn")).toBe("arn");
  expect(groupIdentity(arn)).toBe(arn);
  expect(groupIdentity(withPlainValue(pulumi.output("arn"), "arn"))).toBe("arn");
});

test("tells the joins of a service before anything resolves", () => {
  const arn = pulumi.output("arn");
  expect(
    plainJoins("s", [
      { targetGroupArn: "a", containerPort: 80 },
      { targetGroupArn: arn, containerPort: withPlainValue(pulumi.output(81), 81) },
    ]),
  ).toEqual([
    { service: "s", index: 0, group: "a", containerPort: 80 },
    { service: "s", index: 1, group: arn, containerPort: 81 },
  ]);
  expect(plainJoins("s", [])).toEqual([]);
});

const JOIN = { targetGroupArn: "a", containerPort: 80 };

test.each<[string, Parameters<typeof plainJoins>[1]]>([
  ["a list", pulumi.output([JOIN])],
  ["an entry", [JOIN, pulumi.output(JOIN)]],
  ["a promised entry", [Promise.resolve(JOIN)]],
  ["a port", [{ ...JOIN, containerPort: pulumi.output(80) }]],
])("tells none where %s has yet to resolve", (_, attachments) => {
  expect(plainJoins("s", attachments)).toBeUndefined();
});

test("keeps the names of one program", async () => {
  const seen: unknown[] = [];
  const look = () => seen.push(containerPortNames(), containerPortNames());
  await deploy(look);
  await deploy(look);
  expect(seen[0]).toBe(seen[1]);
  expect(seen[2]).not.toBe(seen[0]);
});
