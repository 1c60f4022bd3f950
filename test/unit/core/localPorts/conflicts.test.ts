import {
  claimingPort,
  endpointConflicts,
  listenerConflict,
  recordedOwner,
} from "../../../../core/localPorts/conflicts";
import { endpointOwners, listenerOwners } from "../../../../core/localPorts/owners";
import { loadBalancerArn, serviceArn } from "../../../../core/arn";
import { serviceRecord } from "../../../../core/ecs/service/record";
import { listenerRecord } from "../../../../core/lb/listener/record";
import type { ObjectRecord } from "../../../../core/records/records";
import { API_STACK } from "../../../../core/records/others";
import { claimsOf } from "../../../helpers/claims";
import { CONNECTION } from "../../../helpers/samples";

const db = { localPort: 9001, containerName: "db", containerPort: 5432 };
const service = (more: object = {}): ObjectRecord => {
  const { arn, attributes } = serviceRecord(
    { name: "db", cluster: "main", taskDefinition: "t" },
    "main",
    serviceArn(CONNECTION, "main", "db"),
    { namedPorts: [], endpoints: [db] },
  );
  return { kind: "svc", arn, stack: "shop/dev", attributes: { ...attributes, ...more } };
};
const listener: ObjectRecord = {
  kind: "listener",
  stack: API_STACK,
  ...listenerRecord(
    {
      connection: CONNECTION,
      loadBalancerArn: loadBalancerArn(CONNECTION, "front"),
      port: 9001,
      defaultActions: [],
    },
    undefined,
  ),
  attributes: {
    loadBalancerArn: loadBalancerArn(CONNECTION, "front"),
    port: 9001,
    localPort: 9001,
    defaultActions: [],
  },
};

test("services and listeners own the local ports that records say", () => {
  expect(endpointOwners([service(), listener])).toEqual([
    {
      localPort: 9001,
      arn: serviceArn(CONNECTION, "main", "db"),
      stack: "shop/dev",
      name: 'service "db" of stack shop/dev',
    },
  ]);
  expect(listenerOwners([service(), listener], CONNECTION)).toMatchObject([
    { localPort: 9001, stack: API_STACK, name: 'listener "front:9001" of AWS\'s API' },
  ]);
});

test("a listener without a port in the range owns nothing", () => {
  const moved = { ...CONNECTION, rangeStart: 9100, rangeEnd: 9109 };
  expect(listenerOwners([listener], moved)).toEqual([]);
});

test("a service that has ended owns nothing", () => {
  expect(endpointOwners([service({ status: "INACTIVE" })])).toEqual([]);
});

test("a service is told who has its port", () => {
  const ownerOf = recordedOwner(listenerOwners([listener], CONNECTION), () => true);
  expect(endpointConflicts([db, { ...db, localPort: 9002 }], ownerOf, "s.taskDefinition")).toEqual([
    {
      code: "KECS1006",
      path: "s.taskDefinition",
      message:
        'hostPort "9001" of container "db" is a local port that belongs to listener "front:9001" of AWS\'s API',
      hint: "choose another hostPort of the instance's range, or leave it out of the task definition",
      severity: "error",
    },
  ]);
});

test("a listener is told who has its port", () => {
  const ownerOf = recordedOwner(endpointOwners([service()]), () => true);
  expect(listenerConflict(CONNECTION, { port: 9001 }, ownerOf, "l")).toEqual([
    {
      code: "KECS1006",
      path: "l.port",
      message:
        'port "9001" would answer on local port 9001, which belongs to service "db" of stack shop/dev',
      hint: "set localPort to another port of the instance's range, or change the hostPort of the service's task definition",
      severity: "error",
    },
  ]);
  expect(listenerConflict(CONNECTION, { port: 9002 }, ownerOf, "l")).toEqual([]);
});

test("what is the asker's own is in nobody's way", () => {
  const ownerOf = recordedOwner(endpointOwners([service()]), ({ stack }) => stack !== "shop/dev");
  expect(ownerOf(9001)).toBeUndefined();
});

test("the first of a program has the port", () => {
  const claim = claimsOf();
  expect(claimingPort(claim, CONNECTION, "a")(9001)).toBeUndefined();
  expect(claimingPort(claim, CONNECTION, "b")(9001)).toBe("a");
});
