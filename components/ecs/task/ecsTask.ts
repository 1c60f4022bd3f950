import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { taskArn } from "../../../core/arn";
import type { Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { taskId } from "../../../core/ecs/observed/podTask";
import { containersMetadata } from "../../../core/ecs/observed/containersMetadata";
import { statusesOf } from "../../../core/ecs/observed/taskStatus";
import { clusterOf } from "../../../core/ecs/service/model";
import { ECS_TASK_FIELDS } from "../../../core/ecs/task/fields";
import { taskManifest, type TaskManifest } from "../../../core/ecs/task/manifest";
import { ecsTaskModel, ecsTaskRun } from "../../../core/ecs/task/model";
import { ecsTaskKey, ecsTaskRecord } from "../../../core/ecs/task/record";
import { otherRuns, podSuffix, RUN_ID_ANNOTATION, runId } from "../../../core/ecs/task/runId";
import { validateCount, validateEcsTask } from "../../../core/ecs/task/validate";
import type { ResolvedEcsTask } from "../../../core/ecs/task/values";
import { SKIP_AWAIT } from "../../../core/labels";
import { KecsError } from "../../../core/validate";
import type { EndedTask, PodName } from "../../../cluster/task/awaitTasks";
import { endRuns } from "../../../cluster/task/endRuns";
import { listTaskPods } from "../../../cluster/task/listTaskPods";
import { lookAtTasks, seeTasks, type SeenTasks } from "../../../cluster/task/seeTasks";
import { fieldOf } from "../../base/givenArguments";
import { InstanceComponent } from "../../base/instanceComponent";
import { objectRecord } from "../../base/objectRecord";
import { stackOfProgram } from "../../controlPlane/stackOfProgram";
import { report, validatedArguments } from "../../base/validated";
import { claimArn } from "../../controlPlane/claims";
import { endOfProgram } from "../../controlPlane/program";
import {
  findContainers,
  findTaskDefinition,
  findTaskDefinitionContent,
} from "../../controlPlane/taskDefinitions";
import type { EcsTaskArgs } from "./args";
import { openArguments, plainCount } from "./openArguments";

/** A task that has run, as `aws ecs describe-tasks` describes it. */
export interface RunTask {
  readonly taskArn: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly containers: readonly { readonly name: string; readonly exitCode: number | null }[];
}

/**
 * Tasks that run once, such as a migration: an update waits for their end, and fails where they fail.
 * Resources that depend on it wait as well, so a service of the next version is updated only after its
 * migration. Tasks that ended with exit code 0 are run again after a change of what they run, or of
 * `triggers`; those that failed by the next update. A run that an interrupted update left behind is gone on
 * with, or ended before another one begins.
 *
 * @example
 * const migrate = new EcsTask("migrate", {
 *   connection: instance.connection,
 *   cluster: cluster.arn,
 *   taskDefinition: task.arn,
 *   overrides: { containerOverrides: [{ name: "web", command: ["migrate"] }] },
 * }, instance.options);
 * new EcsService("web", { … }, { dependsOn: migrate });
 */
export class EcsTask extends InstanceComponent {
  /** Empty in a preview of an update that runs them. */
  readonly tasks: pulumi.Output<readonly RunTask[]>;
  /** Of the essential container of the first task: 0, since an update fails with any other. */
  readonly exitCode: pulumi.Output<number>;
  /** The last lines that the tasks wrote; secret values are struck. */
  readonly logs: pulumi.Output<readonly string[]>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly pods: readonly k8s.core.v1.Pod[];
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: EcsTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:EcsTask", name, fieldOf(args, "connection"), opts);
    const path = `EcsTask("${name}")`;
    const key = ecsTaskKey(stackOfProgram(), name);
    const count = plainCount(args, path);
    report(validateCount(count, path));
    const resolved = validatedArguments<ResolvedEcsTask>(
      openArguments(args, path),
      { fields: ECS_TASK_FIELDS, path },
      (values) => validateEcsTask(values, findContainers(values.taskDefinition), path),
      () => claimArn(key, path),
    );
    const run = resolved.apply<readonly TaskManifest[]>((of) => {
      const { instance } = of.connection;
      const endOthers = (pods: readonly Pod[]) =>
        endRuns({ instance, path, pods, tell: this.tell });
      return manifestsOf(of, { owner: key, count, endOthers });
    });
    const pods = Array.from({ length: count }, (_, i) => {
      const manifest = run.apply((of) => manifestAt(of, i));
      return new k8s.core.v1.Pod(
        i === 0 ? name : `${name}-${i + 1}`,
        {
          metadata: manifest.apply(({ metadata }) => metadata),
          spec: manifest.apply(({ spec }) => spec),
        },
        { parent: this },
      );
    });
    const made = pulumi
      .all(pods.map(({ metadata }) => metadata))
      .apply((all) => all.map((of): PodName => ({ name: of.name, uid: of.uid })));
    const ended = pulumi
      .all([resolved, made])
      .apply(([of, names]) => this.awaitEnd(of, names, path).then((seen) => ({ of, names, seen })));
    const record = objectRecord(
      name,
      ended.apply(({ of, names }) => {
        const ids = names.map((metadata) => taskId({ metadata }));
        return ecsTaskRecord(of, key, { cluster: clusterOf(of), ids });
      }),
      this,
    );
    const done = pulumi.all([ended, record.urn]).apply(([of]) => of);
    this.tasks = done.apply(({ of, seen }) => seen.tasks.map((task) => describedTask(of, task)));
    this.exitCode = done.apply(({ seen }) => seen.tasks[0]?.end.exitCode ?? 0);
    this.logs = done.apply(({ seen }) => seen.logs);
    this.nodes = { pods, record };
    this.registerOutputs({ tasks: this.tasks, exitCode: this.exitCode, logs: this.logs });
  }

  private readonly tell = (progress: string): void => {
    void pulumi.log.info(progress, this, undefined, true);
  };

  /** Each update asks, also one without a change. A preview looks at what there is. */
  private async awaitEnd(
    of: ResolvedEcsTask,
    pods: readonly PodName[],
    path: string,
  ): Promise<SeenTasks> {
    const tasks = {
      instance: of.connection.instance,
      path,
      pods,
      timeoutSeconds: of.timeout ?? DEFAULT_TIMEOUT_SECONDS,
      secretValues: findTaskDefinition(of.taskDefinition)?.secretValues ?? [],
      tell: this.tell,
    };
    if (pulumi.runtime.isDryRun()) return lookAtTasks(tasks);
    const seen = await seeTasks(tasks);
    if ("issue" in seen) throw new KecsError([seen.issue]);
    return seen;
  }
}

const DEFAULT_TIMEOUT_SECONDS = 600;

/** A run among others. */
interface RunPlace {
  /** The component, by the key of its record. */
  readonly owner: string;
  readonly count: number;
  /** Ends other runs of it, of which these pods go on. */
  readonly endOthers: (pods: readonly Pod[]) => Promise<void>;
}

/** The pods, after all of the program is known and the cluster has said what has run. */
function manifestsOf(
  of: ResolvedEcsTask,
  { owner, count, endOthers }: RunPlace,
): pulumi.Output<readonly TaskManifest[]> {
  const { connection, everyUp = false, triggers = [] } = of;
  const content = findTaskDefinitionContent(of.taskDefinition);
  if (content === undefined) throw new Error(`no task definition ${of.taskDefinition}`);
  return content.apply((definition) =>
    definition.secretsVersion.apply<readonly TaskManifest[]>(async (secretsVersion) => {
      await endOfProgram();
      const model = ecsTaskModel(definition.model, of);
      const manifest = (suffix: string, annotations: Readonly<Record<string, string>>) =>
        taskManifest(model, {
          connection,
          cluster: clusterOf(of),
          suffix,
          run: ecsTaskRun(of),
          owner: "pulumi",
          annotations,
        });
      const wanted = {
        owner,
        content: [manifest("", {}), count, secretsVersion, triggers],
        count,
        always: everyUp,
      };
      const isPreview = pulumi.runtime.isDryRun();
      const pods = await listTaskPods(connection.instance, isPreview);
      const id = runId(wanted, pods, Date.now());
      if (!isPreview) await endOthers(otherRuns(id, pods));
      const annotations = { [RUN_ID_ANNOTATION]: id, ...SKIP_AWAIT };
      return Array.from({ length: count }, (_, i) => manifest(podSuffix(id, i), annotations));
    }),
  );
}

function manifestAt(manifests: readonly TaskManifest[], index: number): TaskManifest {
  const manifest = manifests[index];
  if (manifest === undefined) throw new RangeError(`no task ${index}`);
  return manifest;
}

function describedTask(of: ResolvedEcsTask, { pod, end }: EndedTask): RunTask {
  const names = Object.entries(containersMetadata(pod.metadata));
  const exits = new Map(statusesOf(pod).map(({ name, state }) => [name, state?.terminated]));
  return {
    taskArn: taskArn(of.connection, clusterOf(of), taskId(pod)),
    stopCode: end.stopCode,
    stoppedReason: end.stoppedReason,
    containers: names.map(([podName, { name }]) => ({
      name,
      exitCode: exits.get(podName)?.exitCode ?? null,
    })),
  };
}
