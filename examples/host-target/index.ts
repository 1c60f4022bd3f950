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

const instance = new KecsInstance("mixed");
const { connection, options } = instance;

// Two tasks, and the program that you run by yourself: each answers a third of the requests.
const web = new TargetGroup("web", { connection, targets: ["localhost:3000"] }, options);

const containerDefinitions = [
  {
    name: "web",
    image: process.env["KECS_SAMPLE_IMAGE"] ?? "traefik/whoami:v1.11.0",
    portMappings: [{ containerPort: 80 }],
  },
];
const task = new TaskDefinition("web", { connection, containerDefinitions }, options);
new EcsService(
  "web",
  {
    connection,
    cluster: new EcsCluster("mixed", { connection }, options).arn,
    taskDefinition: task.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: web.arn, containerName: "web", containerPort: 80 }],
  },
  options,
);

const alb = new Alb("mixed-alb", { connection }, options);
new Listener(
  "http",
  {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    defaultActions: [{ type: "forward", targetGroupArn: web.arn }],
  },
  options,
);

module.exports = stackOutputs(instance, [alb]);
