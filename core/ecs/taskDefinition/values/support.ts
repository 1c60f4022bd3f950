/** A GPU or an inference accelerator. */
export interface ResourceRequirementValues {
  /** `GPU`, `InferenceAccelerator` or `NeuronDevice`. */
  readonly type: string;
  readonly value?: string | undefined;
}

/** Access to a private registry. */
export interface RepositoryCredentialsValues {
  /** ARN of the secret with name and password. */
  readonly credentialsParameter: string;
}

/** Whether and when a container is restarted while its task keeps running. */
export interface RestartPolicyValues {
  readonly enabled: boolean;
  readonly ignoredExitCodes?: readonly number[] | undefined;
  /** Seconds that the container has to run before it is started again, 60 to 1800. */
  readonly restartAttemptPeriod?: number | undefined;
}
