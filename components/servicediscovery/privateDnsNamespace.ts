import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { discoveryNamespaceArn, discoveryNamespaceId } from "../../core/arn";
import { dependingOn, mapInput, withDefault } from "../inputs/inputs";
import { validatedArguments } from "../base/validated";
import { objectRecord } from "../base/objectRecord";
import { reservedNamespace } from "../../core/reservedNames";
import { InstanceComponent } from "../base/instanceComponent";
import { fieldOf } from "../base/givenArguments";
import type { PrivateDnsNamespaceArgs } from "./args";
import { namespaceRecord, register } from "./namespace";
import { NAMESPACE_FIELDS, type NamespaceValues } from "../../core/servicediscovery/fields";
import { validateDiscoveryName } from "../../core/servicediscovery/validate";

/**
 * A namespace of service discovery: the part after the names of its services.
 *
 * @example
 * const namespace = new PrivateDnsNamespace("myapp.local", { connection }, options);
 */
export class PrivateDnsNamespace extends InstanceComponent {
  /** The namespace's id, `ns-` and 16 characters: deterministic, and so known in a preview. */
  readonly id: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: { readonly record: k8s.core.v1.ConfigMap };

  constructor(name: string, args: PrivateDnsNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:servicediscovery:PrivateDnsNamespace", name, fieldOf(args, "connection"), opts);
    const path = `PrivateDnsNamespace("${name}")`;
    const resolved = validatedArguments<NamespaceValues>(
      { ...args, name: withDefault(args.name, name) },
      { fields: NAMESPACE_FIELDS, path },
      (of) => [
        ...validateDiscoveryName(of.name, `${path}.name`),
        ...reservedNamespace(of.name, `${path}.name`),
      ],
      (of) => register(of, "dns", path),
    );
    const record = objectRecord(name, resolved.apply(namespaceRecord), this);
    const arn = mapInput(resolved, (of) => discoveryNamespaceArn(of.connection, of.name));
    this.id = dependingOn(
      mapInput(resolved, (of) => discoveryNamespaceId(of.connection, of.name)),
      [record],
    );
    this.arn = dependingOn(arn, [record]);
    this.name = mapInput(resolved, (of) => of.name);
    this.nodes = { record };
    this.registerOutputs({ id: this.id, arn: this.arn, name: this.name });
  }
}
