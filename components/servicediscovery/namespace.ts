import { discoveryNamespaceArn, discoveryNamespaceId } from "../../core/arn";
import type { RecordContent } from "../../core/records/manifest";
import type { NamespaceValues } from "../../core/servicediscovery/fields";
import type { Issue } from "../../core/validate";
import { claimArn } from "../controlPlane/claims";
import type { NamespaceEntry } from "../controlPlane/entries";
import { registerNamespace } from "../controlPlane/namespaces";

/* What namespaces have in common, whether DNS knows their names or Service Connect alone. */

export function register(
  { connection, name }: NamespaceValues,
  kind: NamespaceEntry["kind"],
  path: string,
): Issue[] {
  registerNamespace(discoveryNamespaceId(connection, name), { name, kind });
  return claimArn(discoveryNamespaceArn(connection, name), path);
}

export function namespaceRecord({
  connection,
  name,
  description,
}: NamespaceValues): RecordContent<{ readonly name: string }> {
  return {
    key: `namespace-${name}`,
    arn: discoveryNamespaceArn(connection, name),
    attributes: { name, ...(description === undefined ? {} : { description }) },
  };
}
