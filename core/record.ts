import { labels, NAMESPACE } from "./labels";
import { kubernetesName } from "./naming";

/** The arguments of an AWS object, kept beside the Kubernetes objects that were made of it. */
export interface RecordContent {
  /** Kind and natural key, such as `lb-myapp-alb`. */
  readonly key: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * The record of an AWS object: a ConfigMap that holds what fits into no ARN (host names, tags,
 * attributes). `kecs status` and components of other stacks read it.
 */
export function recordManifest({ key, arn, attributes }: RecordContent) {
  return { metadata: recordMetadata(key), data: { arn, attributes: JSON.stringify(attributes) } };
}

/** The part of it that names it: another name is another object, so a preview has to know it. */
export function recordMetadata(key: string) {
  return {
    name: kubernetesName(key),
    namespace: NAMESPACE,
    labels: labels("record", {
      "kecs.dev/record": key.split("-")[0] ?? key,
      "kecs.dev/owner": "pulumi",
    }),
  };
}
