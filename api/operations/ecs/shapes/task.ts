import type { Attachment, Container, HealthStatus, Task } from "@aws-sdk/client-ecs";
import { containerArn, taskArn, uuid } from "../../../../core/arn";
import { zoneOfSubnet } from "../../../../core/ec2/network";
import { digest } from "../../../../core/naming";
import { deploymentOf } from "../../../../core/ecs/deployment/current";
import type { ContainerStatus, Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { podDiagnoses } from "../../../../core/ecs/observed/podDiagnosis";
import { podTask } from "../../../../core/ecs/observed/podTask";
import type { Container as ObservedContainer } from "../../../../core/ecs/observed/task";
import { statusesOf } from "../../../../core/ecs/observed/taskStatus";
import { CONTAINER_EXITED, hasRun, notedStop } from "../../../../core/ecs/observed/taskStop";
import type { AwsObject, World } from "../../../world/world";
import { findService } from "../find/services";
import { desiredStatusOf, type FoundTask } from "../find/tasks";
import { given, without } from "../put";
import { deploymentNumber } from "../status/deploymentName";
import { dateOf } from "../status/serviceStatus";
import { endText, failureText } from "../status/stopWords";
import { placeOf } from "./launch";
import { echoOf } from "./serviceRequest";
import { describedOverrides, describedRun } from "../find/taskRun";

/** A task as AWS describes it. */
export function describedTask(task: FoundTask, cluster: string, world: World): Task {
  const { id, pod, metadata } = task;
  const { connection, region } = world;
  const service = serviceOf(task, cluster, world);
  const observed = podTask(pod, { cluster, name: metadata.serviceName ?? "", kind: "service" });
  const arn = taskArn(connection, cluster, id);
  const subnet = subnetOf(task, service);
  const attachment = attachmentOf(task, subnet);
  const { cpu, memory } = metadata.limits ?? {};
  return given({
    taskArn: arn,
    clusterArn: metadata.clusterArn,
    taskDefinitionArn: metadata.taskDefinitionArn,
    group: groupOf(task),
    startedBy: startedByOf(task, cluster, world),
    lastStatus: observed.lastStatus,
    desiredStatus: desiredStatusOf(task),
    healthStatus: observed.healthStatus,
    ...(service === undefined ? {} : without(placeOf(service, world), "capacityProviderStrategy")),
    enableExecuteCommand:
      service === undefined ? false : (echoOf(service).enableExecuteCommand ?? false),
    cpu: cpu === undefined ? undefined : String(cpu * 1024),
    memory: memory === undefined ? undefined : String(memory),
    availabilityZone: `${region}${zoneOfSubnet(subnet) ?? "a"}`,
    connectivity: attachment.status === "ATTACHED" ? ("CONNECTED" as const) : undefined,
    attachments: [attachment],
    containers: observed.containers.map((container) =>
      describedContainer(container, task, world, {
        taskArn: arn,
        containerArn: containerArn(connection, cluster, { task: id, name: container.name }),
        attachmentId: attachment.id,
      }),
    ),
    ...(task.run === undefined ? {} : describedRun(task.run)),
    overrides: describedOverrides(observed.containers, task.run),
    attributes: [],
    tags: [...(task.run?.tags ?? [])],
    version: 1,
    ...timesOf(pod),
    ...stopOf(task, world),
  });
}

export function serviceOf(
  { metadata: { serviceName } }: FoundTask,
  cluster: string,
  world: World,
): AwsObject | undefined {
  return serviceName === undefined ? undefined : findService(world, cluster, serviceName);
}

function groupOf({ metadata: { serviceName, family } }: FoundTask): string {
  return serviceName === undefined ? `family:${family ?? ""}` : `service:${serviceName}`;
}

/** The id of the deployment that a service started a task for. */
function startedByOf(task: FoundTask, cluster: string, world: World): string | undefined {
  const service = serviceOf(task, cluster, world);
  const deployment = deploymentOf(task.pod);
  return service === undefined || deployment === undefined
    ? undefined
    : deploymentNumber(service.arn, deployment);
}

/** The first of those that a task, or its service, was given: AWS chooses among them. */
function subnetOf({ run }: FoundTask, service: AwsObject | undefined): string | undefined {
  const ofService = service === undefined ? undefined : echoOf(service).networkConfiguration;
  const { awsvpcConfiguration } = run?.request.networkConfiguration ?? ofService ?? {};
  return awsvpcConfiguration?.subnets?.[0];
}

/** The address of a task, in the form of a network interface. */
function attachmentOf(
  { id, pod }: FoundTask,
  subnet: string | undefined,
): Attachment & { readonly id: string } {
  const address = pod.status?.podIP;
  return {
    id: uuid(digest(`attachment/${id}`, 32)),
    type: "ElasticNetworkInterface",
    status: address === undefined ? "ATTACHING" : "ATTACHED",
    details: [
      ...(subnet === undefined ? [] : [{ name: "subnetId", value: subnet }]),
      { name: "networkInterfaceId", value: `eni-${digest(`interface/${id}`, 17)}` },
      ...(address === undefined ? [] : [{ name: "privateIPv4Address", value: address }]),
    ],
  };
}

interface ContainerPlace {
  readonly taskArn: string;
  readonly containerArn: string;
  readonly attachmentId: string;
}

function describedContainer(
  container: ObservedContainer,
  task: FoundTask,
  world: World,
  { attachmentId, ...arns }: ContainerPlace,
): Container {
  const { pod, metadata } = task;
  const address = pod.status?.podIP;
  const said = metadata.containers?.[container.podName];
  const status = statusesOf(pod).find(({ name }) => name === container.podName);
  const end = status?.state?.terminated;
  return given({
    ...arns,
    name: container.name,
    image: said?.image ?? container.image,
    lastStatus: container.lastStatus,
    exitCode: end !== undefined && hasRun(end) ? end.exitCode : undefined,
    reason: reasonOf(container.podName, task, world) ?? (end && endText(end)),
    runtimeId: container.runtimeId?.replace(/^[^:]*:\/\//, ""),
    healthStatus: healthOf(status, said?.healthCheck === true),
    cpu: String(said?.cpuUnits ?? 0),
    memory: said?.memoryMiB?.toString(),
    networkBindings: [],
    networkInterfaces: address === undefined ? [] : [{ attachmentId, privateIpv4Address: address }],
  });
}

/** Why a container of a task that could not start did not, in AWS's words. */
function reasonOf(container: string, { pod, stop }: FoundTask, world: World): string | undefined {
  if (stop?.container !== undefined) {
    return stop.container === container ? stop.stoppedReason : undefined;
  }
  const diagnosis = podDiagnoses(pod, world.now.getTime(), world.cluster.events).find(
    (of) => of.container === container && of.isFailure,
  );
  const text = diagnosis === undefined ? "" : failureText(diagnosis);
  return /^Cannot/.test(text) ? text : undefined;
}

function healthOf(status: ContainerStatus | undefined, isChecked: boolean): HealthStatus {
  if (!isChecked || status?.state?.running === undefined) return "UNKNOWN";
  if (status.ready === true) return "HEALTHY";
  return status.started === true ? "UNHEALTHY" : "UNKNOWN";
}

function timesOf(pod: Pod) {
  const { creationTimestamp, deletionTimestamp } = pod.metadata;
  const states = statusesOf(pod).map(({ state }) => state);
  const started = states.flatMap((state) => (state?.running ?? state?.terminated)?.startedAt ?? []);
  return given({
    createdAt: dateOf(creationTimestamp),
    startedAt: dateOf(started.sort()[0]),
    stoppingAt: dateOf(deletionTimestamp),
  });
}

/** What AWS says of a task that somebody stopped who gave no reason. */
export const STOPPED_BY_USER = {
  stopCode: "UserInitiated",
  stoppedReason: "Task stopped by user",
} as const satisfies Pick<Task, "stopCode" | "stoppedReason">;

/** Why and when a task stopped, in AWS's words. */
function stopOf(
  task: FoundTask,
  world: World,
): Pick<Task, "stopCode" | "stoppedReason" | "stoppedAt"> {
  if (desiredStatusOf(task) === "RUNNING") return {};
  const { pod, stop } = task;
  const ends = statusesOf(pod).flatMap(({ state }) => state?.terminated ?? []);
  const stoppedAt = dateOf(
    ends
      .flatMap(({ finishedAt }) => finishedAt ?? [])
      .sort()
      .at(-1),
  );
  if (stop !== undefined) {
    const { stopCode, stoppedReason } = stop;
    const stoppingAt = new Date(stop.stoppingAt);
    // The cluster tells whole seconds.
    const ended = stoppedAt === undefined || stoppedAt > stoppingAt ? stoppedAt : stoppingAt;
    return given({ stopCode, stoppedReason, stoppingAt, stoppedAt: ended });
  }
  const noted = notedStop(pod);
  if (noted !== undefined) return given({ ...noted, stoppedAt });
  if (task.run !== undefined && pod.metadata.deletionTimestamp !== undefined) {
    return given({ ...STOPPED_BY_USER, stoppedAt });
  }
  if (pod.metadata.deletionTimestamp !== undefined) {
    const by = task.metadata.serviceName ?? "";
    return given({
      stopCode: "ServiceSchedulerInitiated" as const,
      stoppedReason: `Scaling activity initiated by (service ${by})`,
      stoppedAt,
    });
  }
  const [diagnosis] = podDiagnoses(pod, world.now.getTime(), world.cluster.events);
  const isExit = pod.status?.reason === undefined && ends.some(hasRun);
  return given({
    stopCode: isExit ? ("EssentialContainerExited" as const) : ("TaskFailedToStart" as const),
    stoppedReason:
      isExit || diagnosis === undefined ? CONTAINER_EXITED.stoppedReason : failureText(diagnosis),
    stoppedAt,
  });
}
