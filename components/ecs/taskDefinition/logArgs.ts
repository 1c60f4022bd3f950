import type * as pulumi from "@pulumi/pulumi";
import type { SecretArgs } from "./environmentArgs";

/** Where the output of a container goes. */
export interface LogConfigurationArgs {
  /** `awslogs`, `awsfirelens`, `json-file` and others. */
  readonly logDriver: pulumi.Input<string>;
  readonly options?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  readonly secretOptions?: pulumi.Input<pulumi.Input<SecretArgs>[] | undefined>;
}

/** What makes a container a router of logs. */
export interface FirelensConfigurationArgs {
  /** `fluentd` or `fluentbit`. */
  readonly type: pulumi.Input<string>;
  readonly options?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}
