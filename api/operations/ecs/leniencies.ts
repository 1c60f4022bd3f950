import type { ClusterSetting, RunTaskRequest } from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { TASK_FIELDS } from "../../../core/ecs/taskDefinition/fields/task";
import { withoutHostPorts } from "../../../core/ecs/taskDefinition/validate/hostPorts";
import { contains, rangeOf } from "../../../core/ports/range";
import { warnedFields } from "../../../core/support/fieldTreatment";
import { givenFields, usesBy, type Leniency, type LeniencyUse } from "../../world/leniency";
import { ofKind, type AwsObject, type World } from "../../world/world";
import { nameOf } from "./find/clusters";
import { isActive } from "./find/lifetime";
import { familyOf, revisionOf } from "./find/taskDefinitions";
import { tasksIn } from "./find/tasks";
import { requestOf } from "./shapes/definition";
import { definitionValues } from "./shapes/definitionValues";
import { deploymentConfigurationOf, loadBalancersOf } from "./shapes/serviceRequest";

const OF_SERVICES = ["CreateService", "UpdateService"] as const;
const CLUSTER = { kind: "cluster", what: "cluster", nameOf };
const SERVICE = {
  kind: "svc",
  what: "service",
  nameOf: (service: AwsObject) => {
    const { cluster, name } = serviceAttributes(service);
    return `${cluster}/${name}`;
  },
};
const TASK_DEFINITION = {
  kind: "td",
  what: "task definition",
  nameOf: (of: AwsObject) => `${familyOf(of)}:${revisionOf(of)}`,
};

/** Services with something else than AWS's default in one of these fields. */
const servicesWith = (defaults: Readonly<Record<string, unknown>>) =>
  usesBy(SERVICE, ({ echo }) => givenFields(echo, defaults));

/** What a service asks of its deployments, and rolling updates do not have. */
function deploymentFields(service: AwsObject): string[] {
  const { alarms, ...others } = deploymentConfigurationOf(service);
  const fields = givenFields(
    { ...others, alarms: alarms?.enable === true },
    {
      alarms: false,
      bakeTimeInMinutes: 0,
      lifecycleHooks: undefined,
      linearConfiguration: undefined,
      canaryConfiguration: undefined,
    },
  );
  return [
    ...fields.map((field) => `deploymentConfiguration.${field}`),
    ...(loadBalancersOf(service).some((of) => of.advancedConfiguration !== undefined)
      ? ["loadBalancers.advancedConfiguration"]
      : []),
  ];
}

/** Tasks that were started by RunTask and still run, with what has no effect of a request for them. */
const tasksWith =
  (fieldsOf: (request: RunTaskRequest) => readonly string[]) =>
  (world: World): LeniencyUse[] =>
    ofKind(world, "cluster")
      .filter(isActive)
      .map(nameOf)
      .flatMap((cluster) => tasksIn(world, cluster).map((task) => ({ ...task, cluster })))
      .flatMap(({ run, id, cluster }) =>
        run === undefined
          ? []
          : [{ what: "task", name: `${cluster}/${id}`, fields: fieldsOf(run.request) }],
      );

const OVERRIDES = {
  taskRoleArn: undefined,
  executionRoleArn: undefined,
  ephemeralStorage: undefined,
};

function settingsOf(echo: AwsObject["echo"]): readonly ClusterSetting[] {
  return (echo["settings"] ?? []) as readonly ClusterSetting[];
}

/** Every difference that a caller can see, for the documentation. */
export const LENIENCIES: readonly Leniency[] = [
  {
    operations: OF_SERVICES,
    what: "a target group that no listener uses yet",
    aws: "InvalidParameterException: it does not have an associated load balancer",
    here: "accepted; the target group has to exist",
  },
  {
    operations: OF_SERVICES,
    what: "no networkConfiguration with awsvpc, or one with another network mode",
    aws: "InvalidParameterException",
    here: "accepted and echoed; every task has an address of its own",
  },
  {
    operations: OF_SERVICES,
    what: "subnets, security groups, roles and capacity providers that nobody made",
    aws: "they have to exist, and take effect",
    here: "echoed; nothing is looked up",
    uses: servicesWith({
      networkConfiguration: undefined,
      role: undefined,
      capacityProviderStrategy: undefined,
    }),
  },
  {
    operations: OF_SERVICES,
    what: "a launch type that the task definition is not compatible with",
    aws: "InvalidParameterException",
    here: "accepted; tasks run on this machine",
  },
  {
    operations: OF_SERVICES,
    what: "volumeConfigurations",
    aws: "an EBS volume for each task",
    here: "echoed; the volume is an empty folder for each task",
    uses: servicesWith({ volumeConfigurations: undefined }),
  },
  {
    operations: OF_SERVICES,
    what: "alarms, hooks and bake times of deployments, placement, platform version, tag propagation, zone rebalancing, ECS Exec",
    aws: "take effect",
    here: "echoed without effect",
    uses: usesBy(SERVICE, (service) => [
      ...deploymentFields(service),
      ...givenFields(service.echo, {
        placementConstraints: undefined,
        placementStrategy: undefined,
        platformVersion: "LATEST",
        propagateTags: "NONE",
        enableECSManagedTags: false,
        availabilityZoneRebalancing: "DISABLED",
        enableExecuteCommand: false,
      }),
    ]),
  },
  {
    operations: ["DescribeServices"],
    what: "no launch type and no capacity provider strategy",
    aws: "EC2, or the cluster's default strategy",
    here: "FARGATE where the task definition asks for it, else EC2",
  },
  {
    operations: ["DescribeServices"],
    what: "events and failed tasks",
    aws: "the last 100 events",
    here: "those that the cluster still tells of",
  },
  {
    operations: OF_SERVICES,
    what: "a circuit breaker without rollback",
    aws: "the tasks of the deployment before that still run go on",
    here: "as many tasks of the deployment before as are wanted, if it was complete or a task of it runs",
  },
  {
    operations: ["DeleteService"],
    what: "an ended service",
    aws: "DRAINING until its tasks have stopped, then INACTIVE for a time that AWS does not name",
    here: "INACTIVE at once, for an hour",
  },
  {
    operations: ["DeleteCluster"],
    what: "an ended cluster",
    aws: "INACTIVE for a time that AWS does not name",
    here: "INACTIVE for an hour; tasks of ended services may still be stopping",
  },
  {
    operations: ["PutClusterCapacityProviders", "CreateCluster"],
    what: "capacity providers that nobody made",
    aws: "InvalidParameterException",
    here: "echoed",
    uses: usesBy(CLUSTER, ({ echo }) =>
      givenFields(echo, {
        capacityProviders: undefined,
        defaultCapacityProviderStrategy: undefined,
      }),
    ),
  },
  {
    operations: ["CreateCluster", "UpdateCluster", "UpdateClusterSettings"],
    what: "settings and configuration",
    aws: "take effect",
    here: "echoed without effect",
    uses: usesBy(CLUSTER, ({ echo }) => [
      ...(settingsOf(echo).some(({ value }) => value !== "disabled") ? ["settings"] : []),
      ...givenFields(echo, { configuration: undefined }),
    ]),
  },
  {
    operations: ["RegisterTaskDefinition"],
    what: "a container without memory and memoryReservation, in a task without memory",
    aws: "ClientException",
    here: "accepted; the container has no limit",
  },
  {
    operations: ["RegisterTaskDefinition"],
    what: "more than 64 KB",
    aws: "ClientException",
    here: "accepted up to what a record takes, 1 MB with what is made of it",
  },
  {
    operations: ["RegisterTaskDefinition"],
    what: "roles, log drivers but awslogs, ulimits, placement and other fields without effect here",
    aws: "take effect",
    here: "echoed; docs/ecs.md lists what each field does",
    uses: usesBy(TASK_DEFINITION, (definition, { connection }) => {
      const range = rangeOf(connection);
      const values = withoutHostPorts(
        definitionValues(requestOf(definition) as never),
        (hostPort) => range !== undefined && contains(range, hostPort),
      );
      return warnedFields(TASK_FIELDS, values).map(({ path }) => path);
    }),
  },
  {
    operations: ["RegisterTaskDefinition"],
    what: "a hostPort that is not a TCP port of the instance's range",
    aws: "opened on the container instance",
    here: "no effect; a TCP port of the range leads from this machine to the tasks of a service, and not to those of RunTask",
  },
  {
    operations: ["DeleteTaskDefinitions"],
    what: "an INACTIVE task definition that nothing uses",
    aws: "DELETE_IN_PROGRESS, later gone",
    here: "gone at once, but for a family's newest revision, whose number is not given out again",
  },
  {
    operations: ["DescribeTaskDefinition"],
    what: "a task definition of a Pulumi program",
    aws: "as it was registered",
    here: "what its tasks are made of; valueFrom of a secret says where its value is in the cluster",
  },
  {
    operations: ["DescribeTasks", "ListTasks"],
    what: "a task of a service whose container ended",
    aws: "STOPPED, and another task in its place",
    here: "the same task, whose container is started again",
  },
  {
    operations: ["DescribeTasks", "ListTasks"],
    what: "stopped tasks",
    aws: "all of the last hour",
    here: "those of the last hour that StopTask stopped, or that ran once; of others those that are stopping",
  },
  {
    operations: ["RunTask"],
    what: "subnets, security groups, roles and capacity providers that nobody made, and a launch type that the task definition is not compatible with",
    aws: "InvalidParameterException",
    here: "accepted and described; tasks run on this machine",
    uses: tasksWith((request) =>
      givenFields(
        { ...request },
        { networkConfiguration: undefined, capacityProviderStrategy: undefined },
      ),
    ),
  },
  {
    operations: ["RunTask"],
    what: "platform version, role overrides, ephemeralStorage, volumeConfigurations, referenceId, ECS Exec and managed tags",
    aws: "take effect",
    here: "accepted without effect",
    uses: tasksWith(({ overrides = {}, ...request }) => [
      ...givenFields(request, {
        platformVersion: "LATEST",
        volumeConfigurations: undefined,
        referenceId: undefined,
        enableExecuteCommand: false,
        enableECSManagedTags: false,
      }),
      ...givenFields({ ...overrides }, OVERRIDES).map((field) => `overrides.${field}`),
    ]),
  },
  {
    operations: ["RunTask"],
    what: "a task of several essential containers, one of which ended",
    aws: "STOPPED",
    here: "RUNNING until all essential containers have ended",
  },
  {
    operations: ["ListTagsForResource", "TagResource", "UntagResource"],
    what: "the tags of a task",
    aws: "can be changed",
    here: "those that RunTask gave it, by DescribeTasks with include TAGS",
  },
  {
    operations: ["ListServiceDeployments", "DescribeServiceDeployments"],
    what: "earlier deployments",
    aws: "those of the last 90 days",
    here: "the last 10 that were replaced; of a program those of which the cluster still has a ReplicaSet",
  },
  {
    operations: ["DescribeServiceRevisions"],
    what: "earlier revisions",
    aws: "those of the last 90 days, as they were deployed",
    here: "those of which the cluster still has a ReplicaSet; network, launch type and volumes are those of the service now",
  },
  {
    operations: ["DescribeCapacityProviders"],
    what: "capacity providers",
    aws: "those of the account",
    here: "FARGATE and FARGATE_SPOT",
  },
  {
    operations: ["ListContainerInstances"],
    what: "container instances",
    aws: "those of the cluster",
    here: "none; tasks run on this machine",
  },
  {
    operations: ["ListAccountSettings"],
    what: "account settings",
    aws: "those that were changed; with effectiveSettings AWS's defaults as well",
    here: "AWS's defaults, with effectiveSettings; nobody can change them",
  },
];
