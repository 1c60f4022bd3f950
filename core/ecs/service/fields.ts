import { argumentFields } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { emulated, holding, ignored, refused, supported } from "../../support/fieldSpec";
import { SERVICE_CONNECT_FIELDS } from "./serviceConnectFields";
import type { ResolvedService } from "./values";

const NODES = "all tasks run on the instance's nodes";
const PLACES = "Kubernetes places the tasks";
const ROLLING = "deployments are rolling updates";

/** Every field of an EcsService, and those of `aws.ecs.Service`. */
export const SERVICE_FIELDS = argumentFields<ResolvedService>(
  "a service",
  { code: "KECS1023" },
  {
    connection: CONNECTION_FIELD,
    name: supported("text!", "the component's name without it"),
    cluster: supported("text!", "ARN of a cluster"),
    taskDefinition: supported("text!", "ARN of a task definition of the same program"),
    desiredCount: supported("number", "0 to 1000"),
    loadBalancers: supported("objects", "the tasks join the target groups", {
      fields: {
        targetGroupArn: "text!",
        containerName: "text!",
        containerPort: "number!",
        elbName: refused(
          "text",
          "there are no Classic Load Balancers here",
          "name a target group of an Alb in targetGroupArn",
        ),
        advancedConfiguration: ignored("object", ROLLING, {
          fields: {
            alternateTargetGroupArn: "text",
            productionListenerRule: "text",
            roleArn: "text",
            testListenerRule: "text",
          },
        }),
      },
    }),
    deploymentMinimumHealthyPercent: supported("number", "0 to 100, rounded up to tasks"),
    deploymentMaximumPercent: supported("number", "100 or more, rounded down to tasks"),
    deploymentCircuitBreaker: supported(
      "object",
      "as on ECS; a deployment also fails when `steadyStateTimeout` is over",
      { fields: { enable: "boolean!", rollback: "boolean!" } },
    ),
    healthCheckGracePeriodSeconds: supported("number", "as on ECS"),
    serviceRegistries: supported("object", "the tasks answer to the name of a `DiscoveryService`", {
      fields: {
        registryArn: "text!",
        port: "number",
        containerName: "text",
        containerPort: "number",
      },
    }),
    serviceConnectConfiguration: supported("object", "see its fields", {
      fields: SERVICE_CONNECT_FIELDS,
    }),
    forceNewDeployment: supported("boolean", "with it, a change of `triggers` starts a deployment"),
    waitForSteadyState: supported("boolean", "true by default, where AWS's provider has false"),
    steadyStateTimeout: supported("number", "seconds, of KECS alone"),
    settlingSeconds: supported(
      "number",
      "seconds until a task without a check counts, of KECS alone",
    ),
    schedulingStrategy: supported("text", "only `REPLICA`; `DAEMON` is rejected"),
    deploymentController: supported("object", "only the type `ECS`; others are rejected", {
      fields: { type: "text" },
    }),
    deploymentConfiguration: supported("object", "see its fields", {
      fields: {
        strategy: supported("text", "only `ROLLING`; others are rejected"),
        bakeTimeInMinutes: ignored("text", ROLLING),
        canaryConfiguration: ignored("object", ROLLING, {
          fields: { canaryBakeTimeInMinutes: "text", canaryPercent: "number" },
        }),
        lifecycleHooks: ignored("objects", "lifecycle hooks are not called", {
          fields: {
            hookDetails: "text",
            hookTargetArn: "text",
            lifecycleStages: "texts",
            roleArn: "text",
            targetType: "text",
            timeoutConfiguration: holding("object", { action: "text", timeoutInMinutes: "text" }),
          },
        }),
        linearConfiguration: ignored("object", ROLLING, {
          fields: { stepBakeTimeInMinutes: "text", stepPercent: "number" },
        }),
      },
    }),
    tags: supported("textMap", "kept in the service's record"),
    availabilityZoneRebalancing: emulated("text", "there is one zone, which is always in balance"),
    enableExecuteCommand: emulated("boolean", "`kecs exec` reaches every task, with or without it"),
    forceDelete: emulated("boolean", "a service is removed with its tasks, with or without it"),
    propagateTags: emulated("text", "tags are only in the service's record"),
    enableEcsManagedTags: emulated("boolean", "tags are only in the service's record"),
    networkConfiguration: ignored("object", "all tasks are in the instance's own network", {
      fields: { subnets: "texts", securityGroups: "texts", assignPublicIp: "boolean" },
    }),
    launchType: ignored("text", NODES),
    capacityProviderStrategies: ignored("objects", NODES, {
      fields: { capacityProvider: "text!", base: "number", weight: "number" },
    }),
    platformVersion: ignored("text", NODES),
    orderedPlacementStrategies: ignored("objects", PLACES, {
      fields: { type: "text!", field: "text" },
    }),
    placementConstraints: ignored("objects", PLACES, {
      fields: { type: "text!", expression: "text" },
    }),
    alarms: ignored("object", "deployments do not watch alarms", {
      fields: { enable: "boolean!", rollback: "boolean!", alarmNames: "texts!" },
    }),
    volumeConfiguration: ignored("object", "there are no EBS volumes", {
      fields: {
        name: "text!",
        managedEbsVolume: holding("object", {
          encrypted: "boolean",
          fileSystemType: "text",
          iops: "number",
          kmsKeyId: "text",
          roleArn: "text",
          sizeInGb: "number",
          snapshotId: "text",
          tagSpecifications: holding("objects", {
            propagateTags: "text",
            resourceType: "text",
            tags: "textMap",
          }),
          throughput: "number",
          volumeInitializationRate: "number",
          volumeType: "text",
        }),
      },
    }),
    iamRole: ignored("text", "no IAM role is needed here"),
    triggers: ignored("textMap", "it takes effect only with forceNewDeployment: true, as on AWS", {
      only: {
        text: "without forceNewDeployment",
        applies: (_, beside) => beside["forceNewDeployment"] !== true,
      },
    }),
    region: ignored("text", "the region is the instance's"),
    sigintRollback: ignored("boolean", "an interrupted deployment is left as it is"),
    vpcLatticeConfigurations: refused(
      "objects",
      "there is no VPC Lattice here",
      "leave it out locally",
      { fields: { portName: "text", roleArn: "text", targetGroupArn: "text" } },
    ),
  },
);
