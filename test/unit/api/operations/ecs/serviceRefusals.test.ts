import type { CreateServiceRequest, UpdateServiceRequest } from "@aws-sdk/client-ecs";
import { createCluster } from "../../../../../api/operations/ecs/createCluster";
import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteService } from "../../../../../api/operations/ecs/deleteService";
import { deregisterTaskDefinition } from "../../../../../api/operations/ecs/deregisterTaskDefinition";
import { describeServices } from "../../../../../api/operations/ecs/describeServices";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { targetGroupArn } from "../../../../../core/arn";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { GROUP, REQUEST, shop } from "../../../../helpers/api/ecsShop";
import { CONNECTION } from "../../../../helpers/samples";

const TARGET = { targetGroupArn: GROUP, containerName: "web", containerPort: 80 };

test.each<[string, Partial<CreateServiceRequest>, string]>([
  ["an unknown cluster", { cluster: "x" }, "ClusterNotFoundException Cluster not found."],
  ["no cluster where there is no default", { cluster: undefined }, "ClusterNotFoundException"],
  [
    "no task definition",
    { taskDefinition: undefined },
    "InvalidParameterException TaskDefinition can not be blank.",
  ],
  [
    "an unknown task definition",
    { taskDefinition: "x" },
    "ClientException TaskDefinition not found.",
  ],
  [
    "no number of tasks",
    { desiredCount: undefined },
    "InvalidParameterException desiredCount is required",
  ],
  [
    "too many tasks",
    { desiredCount: 1001 },
    'InvalidParameterException desiredCount: "1001" is not',
  ],
  [
    "a name that AWS refuses",
    { serviceName: "my web" },
    'InvalidParameterException serviceName: "my web" is not',
  ],
  [
    "a deployment that could do nothing",
    {
      desiredCount: 1,
      deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 100 },
    },
    "InvalidParameterException deploymentMaximumPercent: ",
  ],
  [
    "a target group that is not there",
    { loadBalancers: [{ ...TARGET, targetGroupArn: targetGroupArn(CONNECTION, "x") }] },
    "InvalidParameterException The target group arn:aws:elasticloadbalancing",
  ],
  [
    "a container that is not there",
    { loadBalancers: [{ ...TARGET, containerName: "x" }] },
    "InvalidParameterException The container x does not exist in the task definition.",
  ],
  [
    "a port that is not mapped",
    { loadBalancers: [{ ...TARGET, containerPort: 81 }] },
    "InvalidParameterException The container web did not have a container port 81 defined.",
  ],
  [
    "a target without a port",
    { loadBalancers: [{ targetGroupArn: GROUP, containerName: "web" }] },
    "InvalidParameterException containerPort cannot be empty.",
  ],
  ["a target group twice", { loadBalancers: [TARGET, TARGET] }, "the tasks join target group"],
  [
    "a Classic Load Balancer",
    { loadBalancers: [{ loadBalancerName: "x" }] },
    "UnsupportedFeatureException loadBalancers.loadBalancerName",
  ],
  [
    "a grace period without a load balancer",
    { loadBalancers: [], healthCheckGracePeriodSeconds: 5 },
    "InvalidParameterException Health check grace period is only valid",
  ],
  [
    "launch type and capacity providers",
    { launchType: "EC2", capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
    "InvalidParameterException Specifying both a launch type",
  ],
  ["EXTERNAL", { launchType: "EXTERNAL" }, "UnsupportedFeatureException launchType: EXTERNAL"],
  [
    "DAEMON",
    { schedulingStrategy: "DAEMON", desiredCount: undefined },
    'UnsupportedFeatureException schedulingStrategy: "DAEMON"',
  ],
  [
    "CODE_DEPLOY",
    { deploymentController: { type: "CODE_DEPLOY" } },
    'UnsupportedFeatureException deploymentController.type: "CODE_DEPLOY"',
  ],
  [
    "BLUE_GREEN",
    { deploymentConfiguration: { strategy: "BLUE_GREEN" } },
    'UnsupportedFeatureException deploymentConfiguration.strategy: "BLUE_GREEN"',
  ],
  [
    "Service Connect",
    { serviceConnectConfiguration: { enabled: true } },
    "UnsupportedFeatureException serviceConnectConfiguration",
  ],
  [
    "VPC Lattice",
    { vpcLatticeConfigurations: [{ roleArn: "r", targetGroupArn: "t", portName: "p" }] },
    "UnsupportedFeatureException vpcLatticeConfigurations",
  ],
  [
    "a registry that is not there",
    { serviceRegistries: [{ registryArn: "x" }] },
    "InvalidParameterException The service registry x does not exist.",
  ],
  [
    "a program's service again, otherwise",
    { serviceName: "theirs" },
    'Creation of service was not idempotent. The service there belongs to the Pulumi stack "shop/dev".',
  ],
])("refuses to make a service: %s", (_, more, expected) => {
  const instance = shop();
  const before = instance.objects;
  expect(refusal(() => instance.call(createService, { ...REQUEST, ...more }))).toContain(expected);
  expect(instance.objects).toEqual(before);
});

test.each<[string, Partial<UpdateServiceRequest>, string]>([
  ["an unknown service", { service: "x" }, "ServiceNotFoundException Service not found."],
  ["an unknown cluster", { cluster: "x" }, "ClusterNotFoundException Cluster not found."],
  [
    "a program's service",
    { service: "theirs", desiredCount: 1 },
    'InvalidParameterException The service theirs belongs to the Pulumi stack "shop/dev".',
  ],
  [
    "an unknown task definition",
    { taskDefinition: "web:9" },
    "ClientException TaskDefinition not found.",
  ],
])("refuses to change %s", (_, more, expected) => {
  const instance = shop();
  instance.call(createService, REQUEST);
  const input = { cluster: "main", service: "web", ...more };
  expect(refusal(() => instance.call(updateService, input))).toContain(expected);
});

test("refuses what it takes from an INACTIVE task definition or cluster, and a program's deletion", () => {
  const instance = shop();
  instance.call(deregisterTaskDefinition, { taskDefinition: "web:1" });
  expect(refusal(() => instance.call(createService, { ...REQUEST, taskDefinition: "web:1" }))).toBe(
    "ClientException TaskDefinition is inactive",
  );
  instance.call(createCluster, {});
  expect(
    refusal(() =>
      instance.call(deleteService, { cluster: "main", service: "theirs", force: true }),
    ),
  ).toBe(
    'InvalidParameterException The service theirs belongs to the Pulumi stack "shop/dev". Change it in that stack\'s program, and run pulumi up.',
  );
  expect(refusal(() => instance.call(describeServices, { services: [] }))).toBe(
    "InvalidParameterException Services cannot be empty.",
  );
});
