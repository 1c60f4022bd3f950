/** An environment variable of a container. */
export interface EnvironmentVariableValues {
  readonly name: string;
  /** A variable without a value is left out, as on ECS, with a warning. An empty text is a value. */
  readonly value?: string | undefined;
}

/** A file of environment variables in S3. */
export interface EnvironmentFileValues {
  /** ARN of the object. */
  readonly value: string;
  /** `s3`. */
  readonly type: string;
}

/** An environment variable with a secret value. */
export interface SecretValues {
  readonly name: string;
  /**
   * Where the value is on AWS: the ARN of a secret of Secrets Manager, which
   * `:<json-key>:<stage>:<version>` can follow, or the ARN or name of a parameter of Systems
   * Manager.
   *
   * Locally: `secretValues` of the task definition has the value.
   */
  readonly valueFrom: string;
}
