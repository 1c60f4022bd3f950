import { taskMetadata } from "../../../../../core/ecs/pod/taskMetadata";
import { digest } from "../../../../../core/naming";
import { CONNECTION } from "../../../../helpers/samples";
import { container, task } from "../../../../helpers/tasks";

test("tells of a service's task what Kubernetes does not know", () => {
  const whole = task(
    [
      container("web", {
        cpuUnits: 128,
        memoryMiB: 256,
        dockerLabels: { team: "shop" },
        ports: [{ containerPort: 80, protocol: "tcp", name: "http" }],
        healthCheck: { command: ["true"], interval: 30, timeout: 5, startPeriod: 0, retries: 3 },
      }),
      container("Side"),
    ],
    { cpuUnits: 256, memoryMiB: 512 },
  );
  const of = { connection: CONNECTION, cluster: "main", service: "web" };
  expect(taskMetadata(whole, of)).toEqual({
    clusterArn: "arn:aws:ecs:us-east-1:000000000000:cluster/main",
    family: "shop",
    revision: 3,
    taskDefinitionArn: "arn:aws:ecs:us-east-1:000000000000:task-definition/shop:3",
    serviceName: "web",
    region: "us-east-1",
    accountId: "000000000000",
    limits: { cpu: 0.25, memory: 512 },
    containers: {
      web: {
        name: "web",
        image: "web:1",
        dockerLabels: { team: "shop" },
        cpuUnits: 128,
        memoryMiB: 256,
        ports: [{ containerPort: 80, protocol: "tcp" }],
        healthCheck: true,
      },
      [`side-${digest("Side", 8)}`]: {
        name: "Side",
        image: "Side:1",
        dockerLabels: {},
        cpuUnits: 0,
        ports: [],
        healthCheck: false,
      },
    },
  });
});

test("names no service of a task that runs once, and no limits that it does not have", () => {
  const document = taskMetadata(task([container("job")]), {
    connection: CONNECTION,
    cluster: "main",
  });
  expect(document).not.toHaveProperty("serviceName");
  expect(document.limits).toEqual({});
});

test.each([
  [["COMPLETE"], 20, { condition: "COMPLETE", withinSeconds: 20 }],
  [["COMPLETE", "SUCCESS"], undefined, { condition: "SUCCESS" }],
  [["SUCCESS"], 0, { condition: "SUCCESS" }],
  [["START", "HEALTHY"], 20, undefined],
] as const)(
  "tells how a container that others wait for by %p has to end",
  (conditions, startTimeout, end) => {
    const job = container("job", startTimeout === undefined ? {} : { startTimeout });
    const others = conditions.map((condition, i) =>
      container(`web${i}`, { dependsOn: [{ containerName: "job", condition }] }),
    );
    const { containers } = taskMetadata(task([job, ...others]), {
      connection: CONNECTION,
      cluster: "main",
    });
    expect(containers["job"]?.end).toEqual(end);
  },
);
