import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type {
  ContainerOverrideValues,
  EcsTaskValues,
  TaskOverridesValues,
} from "../../../core/ecs/task/values";
import type { InputsOf } from "../../inputs/inputsOf";

/**
 * Arguments of an EcsTask, shaped like those of `aws ecs run-task`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export interface EcsTaskArgs
  extends InputsOf<Omit<EcsTaskValues, "count">>, Pick<EcsTaskValues, "count"> {
  /** The instance that the tasks run in. A change runs them again. */
  readonly connection: pulumi.Input<Connection>;
}

/** What a task has otherwise than its definition says. */
export interface TaskOverridesArgs extends InputsOf<TaskOverridesValues> {}

/** What a container of a task has otherwise than the task definition says. */
export interface ContainerOverrideArgs extends InputsOf<ContainerOverrideValues> {}
