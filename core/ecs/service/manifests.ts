import { labels, NAMESPACE, SKIP_AWAIT } from "../../labels";
import { digest, kubernetesName } from "../../naming";
import type { Connection } from "../../connection";
import type { TaskModel } from "../pod/model";
import { rangeOf } from "../../ports/range";
import { endpointsOf } from "../pod/endpoints";
import { podTemplate } from "../pod/podTemplate";
import type { TargetModel } from "../pod/target";
import { targetGroupLabel } from "../../lb/targetGroup/manifests";
import type { ConnectedService } from "../serviceConnect/manifests";
import type { ConnectModel } from "../serviceConnect/model";
import { searchDomain } from "../serviceConnect/names";
import { DEPLOYMENT_ANNOTATION } from "../observed/deploymentId";
import type { DeploymentConfiguration } from "./deploymentConfiguration";
import { settlingSeconds } from "./settling";

/** A service with everything resolved that its Deployment is made of. */
export interface ServiceModel {
  readonly connection: Connection;
  readonly cluster: string;
  readonly name: string;
  readonly desiredCount: number;
  readonly rollout: DeploymentConfiguration;
  readonly healthCheckGracePeriod: number;
  /** Seconds that a task has to run before it counts; absent where its checks decide. */
  readonly settlingSeconds?: number;
  readonly task: TaskModel;
  readonly secretsVersion: string;
  readonly targets: readonly TargetModel[];
  /** Labels by which others find the tasks by name. */
  readonly discovery: Readonly<Record<string, string>>;
  /** Absent where Service Connect is not enabled. */
  readonly connect?: ConnectModel;
  /** What starts a deployment whenever it changes. */
  readonly triggers?: Readonly<Record<string, string>>;
}

type Named = Pick<ServiceModel, "cluster" | "name">;

/** What the arguments of a service say by themselves, whatever its task definition says. */
export type FrameModel = Named & Pick<ServiceModel, "desiredCount" | "rollout">;

/** On pods: a word that changes with the values of the task definition's secrets. */
export const SECRETS_ANNOTATION = "kecs.dev/secrets";
const TRIGGERS_ANNOTATION = "kecs.dev/triggers";

/**
 * Name of the Deployment that a service is; the names of its tasks begin with it. A cluster with a
 * hyphen gets a hash, since its name would not tell where it ends: `a-b` and `c`, or `a` and `b-c`.
 */
export function deploymentName({ cluster, name }: Named): string {
  return kubernetesName(`${cluster}${cluster.includes("-") ? "/" : "-"}${name}`, 52);
}

/** Finds the tasks of a service. */
export function selector(model: Named) {
  return { "app.kubernetes.io/name": deploymentName(model) };
}

/** A service as what others reach by its aliases is made of it. */
export function connectedService(of: Named): ConnectedService {
  return { deployment: deploymentName(of), selector: selector(of) };
}

/** What the objects of a service are labelled with. */
export function objectLabels(model: Named) {
  return labels("service", {
    ...selector(model),
    "kecs.dev/cluster": kubernetesName(model.cluster),
    "kecs.dev/service": kubernetesName(model.name),
  });
}

/** The tasks of a service: whatever changes in here replaces them. */
export function taskTemplate(model: ServiceModel) {
  const { connection, cluster, targets, triggers, secretsVersion, connect } = model;
  const memberships = Object.fromEntries(
    targets.map((target) => [targetGroupLabel(target.group.name), "true"]),
  );
  return podTemplate(model.task, {
    connection,
    cluster,
    service: model.name,
    labels: { ...objectLabels(model), ...memberships, ...model.discovery },
    annotations: {
      ...(secretsVersion === "" ? {} : { [SECRETS_ANNOTATION]: secretsVersion }),
      ...triggersAnnotation(triggers),
    },
    targets,
    endpoints: endpointsOf(model.task.containers, rangeOf(connection)),
    healthCheckGracePeriod: model.healthCheckGracePeriod,
    ...(connect === undefined
      ? {}
      : {
          connect: {
            searchDomain: searchDomain(connect.namespaceId),
            hasAliases: connect.aliases.length > 0,
          },
        }),
  });
}

/** On pods: a word that changes with the triggers. */
export function triggersAnnotation(
  triggers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  if (triggers === undefined) return {};
  const sorted = Object.entries(triggers).sort(([a], [b]) => (a < b ? -1 : 1));
  return { [TRIGGERS_ANNOTATION]: digest(JSON.stringify(sorted), 16) };
}

/**
 * The service as a Deployment without its tasks; KECS itself waits for it, with reasons. The name and
 * the selector are in here: what they are not known for in a preview would be shown as replaced.
 */
export function serviceFrame(model: FrameModel) {
  const { maxSurge, maxUnavailable } = model.rollout;
  return {
    metadata: {
      name: deploymentName(model),
      namespace: NAMESPACE,
      labels: objectLabels(model),
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      replicas: model.desiredCount,
      revisionHistoryLimit: 2,
      strategy: {
        type: "RollingUpdate",
        // Kubernetes wants one of them also where there is no task to be replaced.
        rollingUpdate: { maxSurge: model.desiredCount === 0 ? 1 : maxSurge, maxUnavailable },
      },
      selector: { matchLabels: selector(model) },
    },
  };
}

/** The service as a Deployment with its tasks. */
export function serviceDeployment(model: ServiceModel, deployment: string) {
  const template = taskTemplate(model);
  const frame = serviceFrame(model);
  return {
    ...frame,
    spec: {
      ...frame.spec,
      minReadySeconds: model.settlingSeconds ?? settlingSeconds(template.spec),
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          annotations: { ...template.metadata.annotations, [DEPLOYMENT_ANNOTATION]: deployment },
        },
      },
    },
  };
}
