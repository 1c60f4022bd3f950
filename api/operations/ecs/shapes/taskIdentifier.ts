import { invalid } from "../refuse";

const ARN = /^arn:[^:]+:ecs:[^:]*:[^:]*:task\/(?:([^/]+)\/)?([^/]+)$/;

/** Reads an ARN, or an id with or without hyphens. */
export function taskIdentifier(given: string): {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** The cluster's name, where the ARN says it. */
  readonly inCluster?: string;
} {
  const [, inCluster, name = given] = ARN.exec(given) ?? [];
  if (name.length !== 32 && name.length !== 36) {
    throw invalid("Invalid identifier: taskId length should be one of [32,36]");
  }
  return { id: name.replaceAll("-", ""), ...(inCluster === undefined ? {} : { inCluster }) };
}
