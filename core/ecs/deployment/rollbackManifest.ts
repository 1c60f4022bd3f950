import type { Deployment, ReplicaSet } from "../observed/kubernetesObjects";

interface ManagedFields {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1?: { readonly "f:spec"?: Readonly<Record<string, unknown>> };
}

/** A Deployment as it is with `--show-managed-fields`. */
export interface ManagedDeployment extends Deployment {
  readonly metadata: Deployment["metadata"] & { readonly managedFields?: readonly ManagedFields[] };
}

/** What somebody says of a Deployment, and who it is. */
export interface Application {
  readonly manager: string;
  readonly manifest: object;
}

/**
 * The Deployment as Pulumi's provider would say it with the pods of an earlier ReplicaSet: in the
 * provider's own name, and with every field that it has said, so that nothing of the present pods
 * stays and the next update finds its fields its own. Undefined where the provider has said nothing.
 */
export function rollbackManifest(
  deployment: ManagedDeployment,
  earlier: ReplicaSet,
): Application | undefined {
  const said = deployment.metadata.managedFields?.find(
    ({ operation, subresource, fieldsV1 }) =>
      operation === "Apply" &&
      subresource === undefined &&
      fieldsV1?.["f:spec"]?.["f:template"] !== undefined,
  );
  if (said === undefined) return undefined;
  const owned = ownedPart(deployment, said.fieldsV1) as {
    readonly metadata?: object;
    readonly spec?: object;
  };
  return {
    manager: said.manager,
    manifest: {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { ...owned.metadata, name: deployment.metadata.name },
      spec: { ...owned.spec, template: podsOf(earlier) },
    },
  };
}

/** The part of an object that a set of fields names; lists as a whole. */
function ownedPart(object: unknown, fields: unknown): unknown {
  if (!isMap(object) || !isMap(fields)) return object;
  const names = Object.keys(fields).filter((key) => key.startsWith("f:"));
  if (names.length === 0) return object;
  return Object.fromEntries(
    names
      .map((key) => [key.slice(2), ownedPart(object[key.slice(2)], fields[key])] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** The pods of a ReplicaSet without the label that tells them from those of others. */
function podsOf({ spec: { template } }: ReplicaSet): object {
  const labels = Object.fromEntries(
    Object.entries(template.metadata?.labels ?? {}).filter(([key]) => key !== "pod-template-hash"),
  );
  const { annotations } = template.metadata ?? {};
  return {
    metadata: { labels, ...(annotations === undefined ? {} : { annotations }) },
    spec: template.spec,
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
