import type * as pulumi from "@pulumi/pulumi";

/** A GPU or an inference accelerator. */
export interface ResourceRequirementArgs {
  /** `GPU` or `InferenceAccelerator`. */
  readonly type: pulumi.Input<string>;
  readonly value: pulumi.Input<string>;
}

/** Access to a private registry. */
export interface RepositoryCredentialsArgs {
  /** ARN of the secret with name and password. */
  readonly credentialsParameter: pulumi.Input<string>;
}

/** Whether and how a container is started again while its task goes on. */
export interface RestartPolicyArgs {
  readonly enabled: pulumi.Input<boolean>;
  readonly ignoredExitCodes?: pulumi.Input<pulumi.Input<number>[] | undefined>;
  /** Seconds that the container has to run before it is started again, 60 to 1800. */
  readonly restartAttemptPeriod?: pulumi.Input<number | undefined>;
}
