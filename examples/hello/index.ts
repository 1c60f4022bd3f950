import {
  Alb,
  EcsCluster,
  EcsService,
  KecsInstance,
  Listener,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

const instance = new KecsInstance("hello", { portRangeStart: 9000, portRangeEnd: 9009 });
const { connection, options } = instance;

const alb = new Alb("hello-alb", { connection }, options);
const web = new TargetGroup("web", { connection, healthCheck: { path: "/health" } }, options);
const defaultActions = [{ type: "forward", targetGroupArn: web.arn }];
const loadBalancerArn = alb.arn;
new Listener("http", { connection, loadBalancerArn, port: 80, defaultActions }, options);
new Listener("admin", { connection, loadBalancerArn, port: 8081, defaultActions }, options);

const cluster = new EcsCluster("hello", { connection }, options);
const task = new TaskDefinition(
  "web",
  {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: process.env["KECS_SAMPLE_IMAGE"] ?? "traefik/whoami:v1.11.0",
        portMappings: [{ containerPort: 80 }],
        environment: [{ name: "WHOAMI_NAME", value: "hello" }],
      },
    ],
  },
  options,
);
new EcsService(
  "web",
  {
    connection,
    cluster: cluster.arn,
    taskDefinition: task.arn,
    desiredCount: 3,
    loadBalancers: [{ targetGroupArn: web.arn, containerName: "web", containerPort: 80 }],
  },
  options,
);

module.exports = stackOutputs(instance, [alb]);
