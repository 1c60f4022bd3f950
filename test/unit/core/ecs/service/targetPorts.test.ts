import { nameTargetPorts, recordedTargetPort } from "../../../../../core/ecs/service/targetPorts";
import type { ObjectRecord } from "../../../../../core/records/records";

type Join = [group: string, port: number, named?: boolean];

const attachments = (joins: readonly Join[]) =>
  joins.map(([targetGroupArn, containerPort]) => ({
    targetGroupArn,
    containerName: "web",
    containerPort,
  }));

function service(...joins: readonly Join[]): ObjectRecord {
  const namedPorts = joins.map(([, , named = true]) => named);
  return {
    kind: "svc",
    arn: "arn",
    stack: "aws-api",
    attributes: { loadBalancers: attachments(joins), namedPorts },
  };
}

const isOurs = (group: string) => group !== "theirs";

test.each<[string, readonly ObjectRecord[], readonly Join[], boolean[], number[]]>([
  ["a group by itself", [], [["a", 80]], [true], []],
  [
    "two ports",
    [],
    [
      ["a", 80],
      ["b", 81],
    ],
    [true, true],
    [],
  ],
  [
    "a port of two groups",
    [],
    [
      ["a", 80],
      ["b", 80],
    ],
    [true, false],
    [],
  ],
  [
    "a port that it shares with a group of a program",
    [],
    [
      ["a", 80],
      ["theirs", 80],
    ],
    [false, true],
    [],
  ],
  [
    "a group that has tasks on another port",
    [service(["b", 81])],
    [
      ["a", 80],
      ["b", 80],
    ],
    [false, true],
    [],
  ],
  [
    "two groups that both have tasks on other ports",
    [service(["a", 81]), service(["b", 82])],
    [
      ["a", 80],
      ["b", 80],
    ],
    [true, false],
    [80],
  ],
  ["a group that goes by that number", [service(["a", 80, false])], [["a", 80]], [true], []],
  ["a group that goes by another number", [service(["a", 81, false])], [["a", 80]], [true], [80]],
  [
    "a group of a program that goes by that number",
    [service(["theirs", 80, false])],
    [
      ["theirs", 80],
      ["a", 80],
    ],
    [true, false],
    [],
  ],
])("names the ports of a service: %s", (_, services, joins, namedPorts, stuck) => {
  expect(nameTargetPorts(attachments(joins), services, isOurs)).toEqual({ namedPorts, stuck });
});

test("knows by what a target group reaches its tasks", () => {
  const services = [service(["a", 80], ["b", 80, false]), service(["b", 80])];
  expect(recordedTargetPort("a", services)).toBeUndefined();
  expect(recordedTargetPort("b", services)).toBe(80);
  expect(recordedTargetPort("c", services)).toBeUndefined();
  const ended = services.map((of) => ({
    ...of,
    attributes: { ...of.attributes, status: "INACTIVE" },
  }));
  expect(recordedTargetPort("b", ended)).toBeUndefined();
});
