import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { discoveryNamespaceArn, discoveryNamespaceId } from "../../core/arn";
import { HTTP_NAMESPACE_FIELDS, type NamespaceValues } from "../../core/servicediscovery/fields";
import { validateHttpNamespaceName } from "../../core/servicediscovery/validate";
import { fieldOf } from "../base/givenArguments";
import { InstanceComponent } from "../base/instanceComponent";
import { objectRecord } from "../base/objectRecord";
import { validatedArguments } from "../base/validated";
import { dependingOn, mapInput, withDefault } from "../inputs/inputs";
import type { HttpNamespaceArgs } from "./args";
import { namespaceRecord, register } from "./namespace";

/**
 * A namespace whose names only Service Connect knows.
 *
 * @example
 * const namespace = new HttpNamespace("myapp", { connection }, options);
 */
export class HttpNamespace extends InstanceComponent {
  /** The namespace's id, `ns-` and 16 characters: deterministic, and so known in a preview. */
  readonly id: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: { readonly record: k8s.core.v1.ConfigMap };

  constructor(name: string, args: HttpNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:servicediscovery:HttpNamespace", name, fieldOf(args, "connection"), opts);
    const path = `HttpNamespace("${name}")`;
    const resolved = validatedArguments<NamespaceValues>(
      { ...args, name: withDefault(args.name, name) },
      { fields: HTTP_NAMESPACE_FIELDS, path },
      (of) => validateHttpNamespaceName(of.name, `${path}.name`),
      (of) => register(of, "http", path),
    );
    const record = objectRecord(name, resolved.apply(namespaceRecord), this);
    this.id = dependingOn(
      mapInput(resolved, (of) => discoveryNamespaceId(of.connection, of.name)),
      [record],
    );
    this.arn = dependingOn(
      mapInput(resolved, (of) => discoveryNamespaceArn(of.connection, of.name)),
      [record],
    );
    this.name = mapInput(resolved, (of) => of.name);
    this.nodes = { record };
    this.registerOutputs({ id: this.id, arn: this.arn, name: this.name });
  }
}
