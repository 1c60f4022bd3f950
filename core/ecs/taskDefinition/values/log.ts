import type { SecretValues } from "./environment";

/** Where the output of a container goes. */
export interface LogConfigurationValues {
  /** `awslogs`, `awsfirelens`, `json-file` and others. */
  readonly logDriver: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
  readonly secretOptions?: readonly SecretValues[] | undefined;
}

/** What makes a container a log router. */
export interface FirelensConfigurationValues {
  /** `fluentd` or `fluentbit`. */
  readonly type: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
}
