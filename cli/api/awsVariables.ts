import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { awsConfigFile } from "../../api/process/apiFile";
import { fileProblem } from "../../cluster/files/fileProblem";

/** What AWS's clients need to know of an instance's API. */
export interface AwsSettings {
  readonly url: string;
  readonly region: string;
}

/** Any will do: the API takes every signature. */
const KEY = "kecs";

/**
 * What in a shell would lead AWS's clients past the instance's API, to AWS itself: an endpoint of one service
 * goes before that of all, and one variable turns all of them off.
 */
export const LEADING_AWAY: readonly string[] = [
  "AWS_ENDPOINT_URL_ECS",
  "AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2",
  "AWS_ENDPOINT_URL_ACM",
  "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS",
  "AWS_ENDPOINT_URL_STS",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  "AWS_PROFILE",
  "AWS_SESSION_TOKEN",
];

/** The variables by which AWS's clients find an instance's API. */
export function awsVariables({ url, region }: AwsSettings): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: KEY,
    AWS_SECRET_ACCESS_KEY: KEY,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/** Writes the same into a configuration file of the instance's own, and returns what names it. */
export async function awsProfile(
  env: NodeJS.ProcessEnv,
  instance: string,
  { url, region }: AwsSettings,
): Promise<Record<string, string>> {
  const file = awsConfigFile(env, instance);
  const lines = [
    "[default]",
    `endpoint_url = ${url}`,
    `region = ${region}`,
    `aws_access_key_id = ${KEY}`,
    `aws_secret_access_key = ${KEY}`,
    "",
  ];
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, lines.join("\n"), { mode: 0o600 });
  } catch (error) {
    throw fileProblem(file, "written", error);
  }
  return { AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: file };
}
