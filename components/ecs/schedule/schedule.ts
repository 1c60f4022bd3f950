import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { SCHEDULE_FIELDS } from "../../../core/ecs/schedule/fields";
import { scheduleFrame, scheduleSpec } from "../../../core/ecs/schedule/manifest";
import { groupOf, scheduledTask, scheduleModel } from "../../../core/ecs/schedule/model";
import { scheduleArnOf, scheduleRecord } from "../../../core/ecs/schedule/record";
import { validateSchedule } from "../../../core/ecs/schedule/validate";
import type { ResolvedSchedule } from "../../../core/ecs/schedule/values";
import { ecsTaskModel, ecsTaskRun } from "../../../core/ecs/task/model";
import { fieldOf } from "../../base/givenArguments";
import { InstanceComponent } from "../../base/instanceComponent";
import { objectRecord } from "../../base/objectRecord";
import { validatedArguments } from "../../base/validated";
import { claimArn } from "../../controlPlane/claims";
import { endOfProgram } from "../../controlPlane/program";
import { findContainers, findTaskDefinitionContent } from "../../controlPlane/taskDefinitions";
import { dependingOn, mapInput, pick, withDefault } from "../../inputs/inputs";
import type { ScheduleArgs } from "./args";
import { openTarget } from "./openTarget";

/**
 * A schedule of EventBridge Scheduler that starts tasks: at each of its times, whether those of the time
 * before have ended or not. Locally: a CronJob of the instance, which starts nothing while it is stopped.
 *
 * @example
 * new Schedule("nightly-report", {
 *   connection: instance.connection,
 *   scheduleExpression: "cron(30 2 * * ? *)",
 *   scheduleExpressionTimezone: "Europe/Berlin",
 *   flexibleTimeWindow: { mode: "OFF" },
 *   target: {
 *     arn: cluster.arn,
 *     ecsParameters: { taskDefinitionArn: task.arn },
 *     input: JSON.stringify({ containerOverrides: [{ name: "web", command: ["report"] }] }),
 *   },
 * }, instance.options);
 */
export class Schedule extends InstanceComponent {
  /** The schedule's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly cronJob: k8s.batch.v1.CronJob;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: ScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:Schedule", name, fieldOf(args, "connection"), opts);
    const path = `Schedule("${name}")`;
    const resolved = validatedArguments<ResolvedSchedule>(
      { ...openTarget(args, path), name: withDefault(args.name, name) },
      { fields: SCHEDULE_FIELDS, path },
      (of) => validateSchedule(of, findContainers(of.target.ecsParameters.taskDefinitionArn), path),
      (of) => claimArn(scheduleArnOf(of), path),
    );
    const frame = resolved.apply((of) => scheduleFrame({ name: of.name, groupName: groupOf(of) }));
    const spec = resolved.apply<k8s.types.input.batch.v1.CronJobSpec>(specOf);
    const cronJob = new k8s.batch.v1.CronJob(
      name,
      { ...pick(frame, "metadata"), spec },
      { parent: this },
    );
    const record = objectRecord(name, resolved.apply(scheduleRecord), this);
    this.arn = dependingOn(mapInput(resolved, scheduleArnOf), [cronJob, record]);
    this.name = mapInput(resolved, (of) => of.name);
    this.nodes = { cronJob, record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}

/** What the CronJob does, after all of the program is known. */
function specOf(of: ResolvedSchedule) {
  const { taskDefinitionArn } = of.target.ecsParameters;
  const content = findTaskDefinitionContent(taskDefinitionArn);
  if (content === undefined) throw new Error(`no task definition ${taskDefinitionArn}`);
  const task = scheduledTask(of);
  return content.apply(async ({ model }) => {
    await endOfProgram();
    const settings = { connection: of.connection, run: ecsTaskRun(task) };
    return scheduleSpec(scheduleModel(of), ecsTaskModel(model, task), settings);
  });
}
