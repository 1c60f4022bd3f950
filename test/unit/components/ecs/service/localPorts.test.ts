import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  TaskDefinition,
  type EcsServiceArgs,
} from "../../../../../components";
import type { Connection } from "../../../../../core/connection";
import { deploy } from "../../../../helpers/deploy";
import { refusal } from "../../../../helpers/refusal";
import { CONNECTION } from "../../../../helpers/samples";

const later = <T>(value: T): pulumi.Output<T> => pulumi.output(0).apply<T>(() => value);
const ROUTE = "kubernetes:traefik.io/v1alpha1:IngressRouteTCP";
const SERVICE = "kubernetes:core/v1:Service";

interface Given {
  readonly connection?: pulumi.Input<Connection>;
  readonly image?: pulumi.Input<string>;
  readonly hostPort?: pulumi.Input<number>;
}

function service(name: string, given: Given = {}, more: Partial<EcsServiceArgs> = {}): EcsService {
  const { connection = CONNECTION, image = "db:1", hostPort = 9001 } = given;
  const task = new TaskDefinition(name, {
    connection,
    containerDefinitions: [
      { name: "db", image, portMappings: [{ containerPort: 5432, hostPort }] },
    ],
  });
  return new EcsService(name, {
    connection,
    cluster: new EcsCluster(`${name}-cluster`, { connection }).arn,
    taskDefinition: task.arn,
    ...more,
  });
}

function listener(localPort: number): void {
  const connection = CONNECTION;
  const alb = new Alb("front", { connection });
  const action = {
    type: "fixed-response",
    fixedResponse: { contentType: "text/plain", statusCode: "200" },
  };
  new Listener("web", {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    localPort,
    defaultActions: [action],
  });
}

test.each<[string, Given]>([
  ["of plain values", {}],
  ["of an image that is only known later", { image: later("db:1") }],
])("makes a way from the local port to the tasks %s", async (_, given) => {
  let endpoints: unknown;
  const made = await deploy(() => {
    service("db", given).endpoints.apply((of) => {
      endpoints = of;
    });
  });
  const { inputs, parent, options } = made.one(ROUTE, "db-port-9001");
  expect(parent).toBe("kecs:ecs:EcsService::db");
  expect(options.dependencies).toContain(`${SERVICE}::db-ports`);
  const { name } = made.one(SERVICE, "db-ports").inputs["metadata"] as { readonly name: string };
  expect(inputs["spec"]).toEqual({
    entryPoints: ["alb-9001"],
    routes: [{ match: "HostSNI(`*`)", services: [{ name, port: 9001 }] }],
  });
  expect(made.one(SERVICE, "db-ports").inputs["spec"]).toMatchObject({
    ports: [{ name: "port-9001", port: 9001, targetPort: "port-9001" }],
  });
  expect(endpoints).toEqual([
    { containerName: "db", containerPort: 5432, address: "localhost:9001" },
  ]);
});

test("makes none outside of the range", async () => {
  const made = await deploy(() => service("db", { hostPort: 5432 }));
  expect([...made.ofType(ROUTE), ...made.ofType(SERVICE)]).toEqual([]);
});

test("knows of another stack's instance only later what its range is", async () => {
  const made = await deploy(() => {
    service("a", { connection: later(CONNECTION) });
    service("b", { connection: later(CONNECTION), hostPort: 5432 });
  });
  expect(made.ofType(ROUTE).map(({ inputs }) => inputs["spec"])).toEqual([
    expect.objectContaining({ entryPoints: ["alb-9001"] }),
    { entryPoints: [], routes: [] },
  ]);
});

test("warns of a port that is known too late", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const made = await deploy(() => service("db", { hostPort: later(9001) }));
  expect(made.ofType(ROUTE)).toEqual([]);
  expect(warn.mock.calls.map(([text]) => text).join()).toContain(
    'KECS1023: EcsService("db").taskDefinition: hostPort "9001" of container "db" has no effect: it is only known later',
  );
});

test.each<[string, () => void, string]>([
  [
    "two services",
    () => {
      service("a");
      service("b");
    },
    'KECS1006 EcsService("b").taskDefinition',
  ],
  [
    "a listener after a service",
    () => {
      service("a");
      listener(9001);
    },
    'KECS1006 Listener("web").port',
  ],
  [
    "a service after a listener",
    () => {
      listener(9001);
      service("a");
    },
    'KECS1006 EcsService("a").taskDefinition',
  ],
])("rejects %s on one local port", async (_, program, code) => {
  expect((await refusal(program)).codes).toEqual([code]);
  expect((await refusal(program, { preview: true })).codes).toEqual([code]);
});
