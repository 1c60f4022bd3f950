import {
  portsInSeveral,
  sharedPorts,
  validateEcsService,
} from "../../../../../core/ecs/service/validate";
import type { EcsServiceValues } from "../../../../../core/ecs/service/values/service";
import { clusterArn, loadBalancerArn, targetGroupArn } from "../../../../../core/arn";
import { brief, only } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";
import { container } from "../../../../helpers/tasks";

const containers = [
  container("web", {
    ports: [80, 81].map((containerPort) => ({ containerPort, protocol: "tcp" as const })),
  }),
  container("side"),
];
const valid: EcsServiceValues = {
  name: "web",
  cluster: clusterArn(CONNECTION, "main"),
  taskDefinition: "td",
};
const attached = {
  targetGroupArn: targetGroupArn(CONNECTION, "g"),
  containerName: "web",
  containerPort: 80,
};
const other = { ...attached, targetGroupArn: targetGroupArn(CONNECTION, "h") };
const check = (values: Partial<EcsServiceValues>, of: typeof containers | undefined = containers) =>
  brief(validateEcsService({ ...valid, ...values }, of, "s"));

test.each<[string, Partial<EcsServiceValues>]>([
  ["a service without a load balancer", {}],
  ["no task at all", { desiredCount: 0 }],
  ["a thousand tasks", { desiredCount: 1000 }],
  ["a settling time", { settlingSeconds: 599 }],
  ["none", { settlingSeconds: 0 }],
  ["a target group", { loadBalancers: [attached] }],
  [
    "two target groups on two ports",
    {
      loadBalancers: [attached, { ...other, containerPort: 81 }],
    },
  ],
  ["two target groups on one port", { loadBalancers: [attached, other] }],
])("accepts %s", (_, values) => {
  expect(check(values)).toEqual([]);
});

test.each<[string, Partial<EcsServiceValues>, string[]]>([
  ["a name with a dot", { name: "a.b" }, ["KECS1001 s.name"]],
  ["-1 tasks", { desiredCount: -1 }, ["KECS1011 s.desiredCount"]],
  [
    "a settling time of ten minutes",
    { settlingSeconds: 600, steadyStateTimeout: 700 },
    ["KECS1011 s.settlingSeconds"],
  ],
  [
    "a settling time as long as anybody waits",
    { settlingSeconds: 60, steadyStateTimeout: 60 },
    ["KECS1015 s.settlingSeconds"],
  ],
  [
    "numbers of more than 32 bits",
    {
      deploymentMaximumPercent: 2 ** 31,
      healthCheckGracePeriodSeconds: 2 ** 31,
      steadyStateTimeout: 2 ** 31,
    },
    [
      "KECS1011 s.deploymentMaximumPercent",
      "KECS1011 s.healthCheckGracePeriodSeconds",
      "KECS1011 s.steadyStateTimeout",
    ],
  ],
  [
    "capacity that AWS does not know",
    { capacityProviderStrategies: [{ capacityProvider: "x", base: 100_001, weight: 1001 }] },
    [
      "KECS1011 s.capacityProviderStrategies[0].base",
      "KECS1011 s.capacityProviderStrategies[0].weight",
    ],
  ],
  ["1001 tasks", { desiredCount: 1001 }, ["KECS1011 s.desiredCount"]],
  [
    "a deployment that could do nothing",
    { desiredCount: 3, deploymentMaximumPercent: 133 },
    ["KECS1015 s.deploymentMaximumPercent"],
  ],
  [
    "percents that ECS does not know",
    { deploymentMinimumHealthyPercent: 101, deploymentMaximumPercent: 99 },
    ["KECS1011 s.deploymentMinimumHealthyPercent", "KECS1011 s.deploymentMaximumPercent"],
  ],
  ["a daemon", { schedulingStrategy: "DAEMON" }, ["KECS1013 s.schedulingStrategy"]],
  [
    "another controller",
    { deploymentController: { type: "CODE_DEPLOY" } },
    ["KECS1013 s.deploymentController.type"],
  ],
  [
    "another strategy",
    { deploymentConfiguration: { strategy: "BLUE_GREEN" } },
    ["KECS1013 s.deploymentConfiguration.strategy"],
  ],
  ["no time to wait", { steadyStateTimeout: 0 }, ["KECS1011 s.steadyStateTimeout"]],
  ["the name of a cluster in the place of its ARN", { cluster: "main" }, ["KECS1010 s.cluster"]],
  [
    "a load balancer in the place of a target group",
    {
      loadBalancers: [{ ...attached, targetGroupArn: loadBalancerArn(CONNECTION, "a") }],
    },
    ["KECS1010 s.loadBalancers[0].targetGroupArn"],
  ],
  [
    "a container that there is not",
    { loadBalancers: [{ ...attached, containerName: "x" }] },
    ["KECS1008 s.loadBalancers[0].containerName"],
  ],
  [
    "a port that is not mapped",
    { loadBalancers: [{ ...attached, containerPort: 82 }] },
    ["KECS1008 s.loadBalancers[0].containerPort"],
  ],
  [
    "a target group twice",
    { loadBalancers: [attached, other, attached] },
    ["KECS1013 s.loadBalancers[2]"],
  ],
  [
    "a second port in one target group",
    { loadBalancers: [attached, { ...attached, containerPort: 81 }] },
    ["KECS1013 s.loadBalancers[1]"],
  ],
  [
    "everything at once",
    {
      name: "",
      desiredCount: 0.5,
      cluster: "",
      loadBalancers: [{ targetGroupArn: "", containerName: "x", containerPort: 0 }],
    },
    [
      "KECS1001 s.name",
      "KECS1011 s.desiredCount",
      "KECS1010 s.cluster",
      "KECS1010 s.loadBalancers[0].targetGroupArn",
      "KECS1008 s.loadBalancers[0].containerName",
    ],
  ],
])("rejects %s", (_, values, expected) => {
  expect(check(values)).toEqual(expected);
});

test("rejects a task definition that the program did not make, beside other problems", () => {
  const values = { ...valid, name: "", loadBalancers: [{ ...attached, containerName: "x" }] };
  expect(brief(validateEcsService(values, undefined, "s"))).toEqual([
    "KECS1001 s.name",
    "KECS1010 s.taskDefinition",
  ]);
});

test.each([
  ["names the containers that there are", { containerName: "x" }, 'use one of "web", "side"'],
  [
    "names the ports that there are",
    { containerPort: 9 },
    "use one of 80, 81, or add the port to its portMappings",
  ],
  [
    "says what to add where no port is mapped",
    { containerName: "side" },
    "add the port to its portMappings",
  ],
])("%s", (_, difference, hint) => {
  const values = { ...valid, loadBalancers: [{ ...attached, ...difference }] };
  expect(only(validateEcsService(values, containers, "s")).hint).toBe(hint);
});

test("finds the ports that are in several target groups, each once", () => {
  const on = (containerPort: number) => ({ ...attached, containerPort });
  expect(portsInSeveral([on(80), on(81), on(80), on(80), on(82)])).toEqual([80]);
  expect(portsInSeveral([on(80), on(81)])).toEqual([]);
});

test("rejects ports that target groups cannot share", () => {
  expect(brief(sharedPorts([80, 81], "s"))).toEqual([
    "KECS1013 s.loadBalancers",
    "KECS1013 s.loadBalancers",
  ]);
  expect(sharedPorts([], "s")).toEqual([]);
});

test("containers that the preview does not know yet are not guessed", () => {
  const values = { ...valid, loadBalancers: [{ ...attached, targetGroupArn: "g" }] };
  expect(brief(validateEcsService(values, "unknown", "s"))).toEqual([
    "KECS1010 s.loadBalancers[0].targetGroupArn",
  ]);
});
