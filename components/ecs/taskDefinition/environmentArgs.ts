import type * as pulumi from "@pulumi/pulumi";

/** An environment variable of a container. */
export interface EnvironmentVariableArgs {
  readonly name: pulumi.Input<string>;
  readonly value: pulumi.Input<string>;
}

/** A file of environment variables in S3. */
export interface EnvironmentFileArgs {
  /** ARN of the object. */
  readonly value: pulumi.Input<string>;
  /** `s3`. */
  readonly type: pulumi.Input<string>;
}

/** An environment variable with a secret value. */
export interface SecretArgs {
  readonly name: pulumi.Input<string>;
  /**
   * Where the value lies on AWS: the ARN of a secret of Secrets Manager, which
   * `:<json-key>:<stage>:<version>` can follow, or the ARN or name of a parameter of Systems Manager.
   *
   * Locally: `secretValues` of the task definition has the value.
   */
  readonly valueFrom: pulumi.Input<string>;
}
