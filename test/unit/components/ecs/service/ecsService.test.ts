import * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  TargetGroup,
  TaskDefinition,
  type EcsServiceArgs,
  type TargetGroupArgs,
} from "../../../../../components";
import { withoutEmptyLists } from "../../../../../components/base/emptyLists";
import { serviceDeployment } from "../../../../../core/ecs/service/manifests";
import { recordedService } from "../../../../../core/ecs/service/recorded";
import { deploy } from "../../../../helpers/deploy";
import { recordsOf } from "../../../../helpers/records";
import { CONNECTION } from "../../../../helpers/samples";

const connection = CONNECTION;

/** A service of two target groups. */
function program(args: Partial<EcsServiceArgs>, group: Partial<TargetGroupArgs>) {
  const front = new TargetGroup("front", { connection, ...group });
  const other = new TargetGroup("other", { connection });
  const task = new TaskDefinition("web", {
    connection,
    cpu: "256",
    memory: "512",
    volumes: [{ name: "data" }],
    containerDefinitions: [
      {
        name: "web",
        image: "nginx:1.27",
        portMappings: [{ containerPort: 80 }, { containerPort: 81 }],
        environment: [{ name: "MODE", value: "test" }],
        mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
        healthCheck: { command: ["CMD-SHELL", "exit 0"] },
      },
    ],
  });
  new EcsService("web", {
    connection,
    cluster: new EcsCluster("main", { connection }).arn,
    taskDefinition: task.arn,
    loadBalancers: [front, other].map(({ arn }, i) => ({
      targetGroupArn: arn,
      containerName: "web",
      containerPort: args.desiredCount === 2 ? 80 : 80 + i,
    })),
    ...args,
  });
}

test.each<[string, Partial<EcsServiceArgs>, Partial<TargetGroupArgs>]>([
  ["with nothing but what it needs", {}, {}],
  ["whose target groups share a port", { desiredCount: 2 }, {}],
  [
    "with everything that its tasks depend on",
    {
      desiredCount: 3,
      deploymentMinimumHealthyPercent: 50,
      deploymentMaximumPercent: 150,
      healthCheckGracePeriodSeconds: 7,
      settlingSeconds: 3,
      forceNewDeployment: true,
      triggers: { b: "2", a: "1" },
    },
    {
      deregistrationDelay: 300,
      stickiness: { type: "lb_cookie" },
      healthCheck: { path: "/h", interval: 9 },
    },
  ],
  ["with triggers that do not count", { triggers: { a: "1" } }, { protocolVersion: "GRPC" }],
])("leaves records that its Deployment follows from: %s", async (_, args, group) => {
  const made = await deploy(() => {
    program(args, group);
  });
  const { objects } = recordsOf(made);
  const record = objects.find(({ kind }) => kind === "svc");
  if (record === undefined) throw new Error("no record");
  const model = recordedService(record, objects, CONNECTION, "");
  if (model === undefined) throw new Error("no model");
  const { inputs } = made.one("kubernetes:apps/v1:Deployment", "web");
  const { spec } = inputs as { spec: ReturnType<typeof serviceDeployment>["spec"] };
  const id = spec.template.metadata.annotations["kecs.dev/deployment"];
  expect(withoutEmptyLists(serviceDeployment(model, id).spec)).toEqual(spec);
});

test("keeps the values of secrets out of its task definition's record", async () => {
  const made = await deploy(
    () =>
      new TaskDefinition("web", {
        connection,
        secretValues: { p: "hunter2" },
        containerDefinitions: [
          {
            name: "web",
            image: "nginx:1.27",
            environment: [{ name: "A", value: pulumi.secret("hunter2") }],
            secrets: [{ name: "B", valueFrom: "p" }],
          },
        ],
      }),
  );
  const [record] = recordsOf(made).objects;
  expect(record?.attributes["model"]).toMatchObject({
    secretName: "td-web-secrets",
    containers: [
      {
        environment: [],
        secrets: [
          { name: "A", key: "web.A" },
          { name: "B", key: "web.B" },
        ],
      },
    ],
  });
  expect(JSON.stringify(record)).not.toContain("hunter2");
});
