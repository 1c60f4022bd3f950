import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { serviceArn } from "../../../core/arn";
import { claimArn } from "../../controlPlane/claims";
import { KecsError } from "../../../core/validate";
import { dependingOn, mapInput, pick, withDefault } from "../../inputs/inputs";
import { showWarnings, validatedArguments } from "../../base/validated";
import { containerPortNames, plainJoins } from "../../controlPlane/containerPortNames";
import { endOfProgram } from "../../controlPlane/program";
import { groupValuesOf } from "../../lb/imported";
import type { TargetGroupValues } from "../../../core/lb/targetGroup/values";
import { InstanceComponent } from "../../base/instanceComponent";
import { objectRecord } from "../../base/objectRecord";
import { fieldOf } from "../../base/givenArguments";
import { endpointsOf, type Endpoint } from "../../../core/ecs/pod/endpoints";
import { endpointRoute, endpointService } from "../../../core/ecs/service/endpoints";
import { endpointOutputs, type EndpointOutputs } from "../../../core/outputs/endpoints";
import { rangeOf } from "../../../core/ports/range";
import { traefikObject } from "../../base/traefikObject";
import {
  findContainers,
  findPublishedPorts,
  findTaskDefinition,
  findTaskDefinitionContent,
} from "../../controlPlane/taskDefinitions";
import type { EcsServiceArgs } from "./args";
import { connectObjects, type ConnectObjects } from "./connectObjects";
import { connectPlan } from "./connectPlan";
import { connectKeys } from "./connectKeys";
import {
  claimEndpoints,
  possibleEndpoints,
  refuseTakenPorts,
  warnOfLateEndpoints,
} from "./localPorts";
import { observeDeployment, liveDeployment } from "./observedDeployment";
import { deploymentId } from "../../../core/ecs/observed/deploymentId";
import {
  deploymentName,
  serviceDeployment,
  serviceFrame,
  taskTemplate,
  type ServiceModel,
} from "../../../core/ecs/service/manifests";
import {
  clusterOf,
  frameModel,
  serviceModel,
  type ServiceParts,
} from "../../../core/ecs/service/model";
import { SERVICE_FIELDS } from "../../../core/ecs/service/fields";
import { serviceRecord } from "../../../core/ecs/service/record";
import { monitorDeployment } from "../../../cluster/deployment/monitorDeployment";
import {
  portsInSeveral,
  sharedPorts,
  validateEcsService,
} from "../../../core/ecs/service/validate";
import { validateTargetChecks } from "../../../core/ecs/service/validateTargetChecks";
import { desiredCountOf, timeoutOf } from "../../../core/ecs/service/defaults";
import type { ResolvedService } from "../../../core/ecs/service/values/service";

/**
 * An ECS service: keeps a number of tasks of one task definition running and registers them in
 * target groups. Resources that depend on it wait until it is steady.
 *
 * @example
 * new EcsService("web", {
 *   connection: instance.connection,
 *   cluster: cluster.arn,
 *   taskDefinition: task.arn,
 *   desiredCount: 3,
 *   loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
 *   deploymentCircuitBreaker: { enable: true, rollback: true },
 * }, instance.options);
 */
export class EcsService extends InstanceComponent {
  /** The service's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /**
   * The ports of this machine that lead to the tasks, by the host ports of the task definition.
   *
   * Locally: AWS opens them on a container instance.
   */
  readonly endpoints: pulumi.Output<readonly EndpointOutputs[]>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly deployment: k8s.apps.v1.Deployment;
    /** For each of its services in Service Connect. */
    readonly connect: readonly ConnectObjects[];
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: EcsServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:EcsService", name, fieldOf(args, "connection"), opts);
    const path = `EcsService("${name}")`;
    const keys = connectKeys(
      args.serviceConnectConfiguration,
      `${path}.serviceConnectConfiguration`,
    );
    const published = findPublishedPorts(args.taskDefinition) ?? [];
    const endpointsIn = (of: ResolvedService) => endpointsOf(published, rangeOf(of.connection));
    const portNames = containerPortNames();
    const joins = plainJoins(this, args.loadBalancers ?? []);
    const stuck = portNames.join(joins ?? []);
    const resolved = validatedArguments<ResolvedService>(
      { ...args, name: withDefault(args.name, name) },
      { fields: SERVICE_FIELDS, path },
      (values) => {
        // A port whose target groups were not known in time joins the first one, by name.
        const unshared = joins === undefined ? portsInSeveral(values.loadBalancers ?? []) : stuck;
        return [
          ...validateEcsService(values, findContainers(values.taskDefinition), path),
          ...sharedPorts(unshared, path),
          ...validateTargetChecks(values.connection, values.loadBalancers ?? [], path),
        ];
      },
      (values) => [
        ...claimArn(arnOf(values), path),
        ...claimEndpoints(values.connection, endpointsIn(values), path),
      ],
    );
    const isNamed = (i: number) => joins === undefined || portNames.isNamed(this, i);
    const frame = resolved.apply((of) => serviceFrame(frameModel(of)));
    const plan = resolved.apply((of) => connectPlan(of, path));
    const model = pulumi
      .all([resolved, plan])
      .apply(async ([of, found]) => {
        await refuseTakenPorts(of.connection, endpointsIn(of), path);
        return { of, connect: found?.model, groups: await groupsOfService(of, path) };
      })
      .apply<ServiceModel>(({ of, ...parts }) => modelOf(of, { ...parts, isNamed }));
    const tasks = model.apply(manifestOf).apply(({ spec }) => spec);
    const deployment = new k8s.apps.v1.Deployment(
      name,
      {
        ...pick(frame, "metadata"),
        spec: {
          ...pick(
            frame.apply(({ spec }) => spec),
            "replicas",
            "revisionHistoryLimit",
            "strategy",
            "selector",
          ),
          ...pick(tasks, "minReadySeconds", "template"),
        },
      },
      { parent: this },
    );
    const possible = possibleEndpoints(published, args.connection);
    model.apply((of) => {
      warnOfLateEndpoints(of, possible, path);
    });
    const ways = this.leadTo(name, model, possible);
    const steady = pulumi
      .all([resolved, deployment.urn])
      .apply(([of]) => this.awaitSteady(of, path).then(() => of));
    const content = pulumi.all([steady, plan]).apply(([of, found]) => {
      const namedPorts = (of.loadBalancers ?? []).map((_, i) => isNamed(i));
      const parts = { namedPorts, endpoints: endpointsIn(of), connect: found?.model };
      return serviceRecord(of, clusterOf(of), arnOf(of), parts);
    });
    const record = objectRecord(name, content, this);
    const connect = connectObjects(name, keys, { of: resolved, model, plan, steady }, this);
    const made = connect.flatMap((of) => [of.service, of.name]);
    this.arn = dependingOn(mapInput(resolved, arnOf), [deployment, record, ...made]);
    this.name = mapInput(resolved, (of) => of.name);
    this.endpoints = dependingOn(
      mapInput(resolved, (of) => endpointsIn(of).map(endpointOutputs)),
      [deployment, ...ways],
    );
    this.nodes = { deployment, record, connect };
    this.registerOutputs({ arn: this.arn, name: this.name, endpoints: this.endpoints });
  }

  /** What leads from local ports to the tasks. */
  private leadTo(
    name: string,
    model: pulumi.Output<ServiceModel>,
    endpoints: readonly Endpoint[],
  ): pulumi.Resource[] {
    if (endpoints.length === 0) return [];
    const service = new k8s.core.v1.Service(
      `${name}-ports`,
      pick(
        model.apply((of) => endpointService(of, endpoints)),
        "metadata",
        "spec",
      ),
      { parent: this },
    );
    return endpoints.map((endpoint) =>
      traefikObject(
        `${name}-port-${endpoint.localPort}`,
        "IngressRouteTCP",
        model.apply((of) => endpointRoute(of, endpoint)),
        { parent: this, dependsOn: [service] },
      ),
    );
  }

  private async awaitSteady(of: ResolvedService, path: string): Promise<void> {
    if (pulumi.runtime.isDryRun()) return;
    const { instance } = of.connection;
    const name = deploymentName({ cluster: clusterOf(of), name: of.name });
    const issue = await monitorDeployment({
      instance,
      path,
      name,
      isPaused: (await liveDeployment(instance, name))?.spec.paused === true,
      desiredCount: desiredCountOf(of),
      waits: of.waitForSteadyState ?? true,
      timeoutSeconds: timeoutOf(of),
      circuitBreaker: of.deploymentCircuitBreaker ?? { enable: false, rollback: false },
      secretValues: findTaskDefinition(of.taskDefinition)?.secretValues ?? [],
      tell: (progress) => void pulumi.log.info(progress, this, undefined, true),
    });
    if (issue?.severity === "error") throw new KecsError([issue]);
    if (issue !== undefined) showWarnings([issue]);
  }
}

function arnOf(of: ResolvedService): string {
  return serviceArn(of.connection, clusterOf(of), of.name);
}

/** The target groups of a service, after all of the program is known. */
async function groupsOfService(of: ResolvedService, path: string): Promise<TargetGroupValues[]> {
  await endOfProgram();
  const { connection, loadBalancers = [] } = of;
  return Promise.all(
    loadBalancers.map(({ targetGroupArn: arn }, i) =>
      groupValuesOf(arn, { connection, path: `${path}.loadBalancers[${i}].targetGroupArn` }),
    ),
  );
}

/** What the Deployment is made of. */
function modelOf(
  of: ResolvedService,
  parts: Pick<ServiceParts, "groups" | "isNamed" | "connect">,
): pulumi.Output<ServiceModel> {
  const content = findTaskDefinitionContent(of.taskDefinition);
  if (content === undefined) throw new Error(`no task definition ${of.taskDefinition}`);
  return content.apply(({ model: task, secretsVersion }) =>
    secretsVersion.apply<ServiceModel>((version) =>
      serviceModel(of, { ...parts, task, secretsVersion: version }),
    ),
  );
}

/** The Deployment, after the cluster has said what runs. */
async function manifestOf(model: ServiceModel) {
  const before = await observeDeployment(model.connection.instance, deploymentName(model));
  return serviceDeployment(model, deploymentId(taskTemplate(model), before));
}
