import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { discoveryNamespaceId, discoveryServiceArn, nameFromArn } from "../../core/arn";
import { claim, claimArn } from "../controlPlane/claims";
import { problem, type Issue } from "../../core/validate";
import { dependingOn, mapInput, pick, withDefault } from "../inputs/inputs";
import { validatedArguments } from "../base/validated";
import { findNamespace } from "../controlPlane/namespaces";
import { objectRecord } from "../base/objectRecord";
import { InstanceComponent } from "../base/instanceComponent";
import { fieldOf } from "../base/givenArguments";
import type { Connection } from "../../core/connection";
import type { DiscoveryServiceArgs } from "./args";
import { DISCOVERY_SERVICE_FIELDS } from "../../core/servicediscovery/fields";
import { discoveryServiceName } from "../../core/servicediscovery/discoveryName";
import { discoveryServiceManifest } from "../../core/servicediscovery/manifests";
import {
  validateDiscoveryService,
  type DiscoveryValues,
} from "../../core/servicediscovery/validate";

interface Resolved extends DiscoveryValues {
  readonly connection: Connection;
  readonly dnsConfig: DiscoveryValues["dnsConfig"] & { readonly namespaceName?: string };
}

/**
 * A service of service discovery: a name under which every task of the instance reaches the tasks
 * of the ECS services that have its ARN in `serviceRegistries`.
 *
 * @example
 * const orders = new DiscoveryService(
 *   "orders",
 *   { connection, dnsConfig: { namespaceId: namespace.id, dnsRecords: [{ type: "A", ttl: 10 }] } },
 *   options,
 * );
 */
export class DiscoveryService extends InstanceComponent {
  /** The service's id, `srv-` and 16 characters: deterministic, and so known in a preview. */
  readonly id: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The whole name, such as `orders.myapp.local`. */
  readonly dnsName: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly service: k8s.core.v1.Service;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: DiscoveryServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:servicediscovery:Service", name, fieldOf(args, "connection"), opts);
    const path = `DiscoveryService("${name}")`;
    const resolved = validatedArguments<Resolved>(
      { ...args, name: withDefault(args.name, name) },
      { fields: DISCOVERY_SERVICE_FIELDS, path },
      (of) => validate(of, path),
      (of) => {
        const namesakes = claimArn(arnOf(of), path);
        return namesakes.length > 0 ? namesakes : claimName(of, path);
      },
    );
    const service = new k8s.core.v1.Service(
      name,
      pick(
        resolved.apply((of) => discoveryServiceManifest(wholeName(of), arnOf(of))),
        "metadata",
        "spec",
      ),
      { parent: this },
    );
    const record = objectRecord(
      name,
      resolved.apply((of) => ({
        key: `discovery-${wholeName(of)}`,
        arn: arnOf(of),
        attributes: { name: of.name, dnsName: wholeName(of) },
      })),
      this,
    );
    const arn = mapInput(resolved, arnOf);
    this.arn = dependingOn(arn, [service, record]);
    this.id = mapInput(arn, (of) => nameFromArn("discoveryService", of) ?? "");
    this.name = mapInput(resolved, (of) => of.name);
    this.dnsName = mapInput(resolved, wholeName);
    this.nodes = { service, record };
    this.registerOutputs({
      arn: this.arn,
      id: this.id,
      name: this.name,
      dnsName: this.dnsName,
    });
  }
}

function validate(of: Resolved, path: string): Issue[] {
  const namespace = namespaceOf(of);
  const at = `${path}.dnsConfig`;
  if (namespace === undefined) {
    return [
      problem(
        "KECS1009",
        `${at}.namespaceName`,
        `no namespace of this program has the id "${of.dnsConfig.namespaceId}"`,
        "if another stack has made the namespace, also give namespaceName",
      ),
    ];
  }
  if (findNamespace(of.dnsConfig.namespaceId)?.kind === "http") {
    return [
      problem(
        "KECS1015",
        `${at}.namespaceId`,
        `DNS does not know the names of "${namespace}", which is an HttpNamespace`,
        "pass the id of a PrivateDnsNamespace",
      ),
    ];
  }
  if (discoveryNamespaceId(of.connection, namespace) !== of.dnsConfig.namespaceId) {
    const message = `"${of.dnsConfig.namespaceId}" is not the id of "${namespace}"`;
    return [
      problem(
        "KECS1015",
        `${at}.namespaceId`,
        message,
        "give the id and the name of the same namespace",
      ),
    ];
  }
  return validateDiscoveryService(of, namespace, path);
}

/** The issue of a name that is also a host of a load balancer: tasks can find one of the two. */
function claimName(of: Resolved, path: string): Issue[] {
  const { instance } = of.connection;
  const host = wholeName(of);
  const name = discoveryServiceName(host);
  const owner =
    claim({ kind: "host", instance, host }, path) ??
    claim({ kind: "dnsObject", instance, name }, path);
  if (owner === undefined) return [];
  return [
    problem(
      "KECS1012",
      `${path}.name`,
      `host name "${host}" belongs to ${owner}`,
      "give services and load balancers names of their own",
    ),
  ];
}

function namespaceOf({ dnsConfig }: Resolved): string | undefined {
  return dnsConfig.namespaceName ?? findNamespace(dnsConfig.namespaceId)?.name;
}

function wholeName(of: Resolved): string {
  return `${of.name}.${namespaceOf(of) ?? ""}`.toLowerCase();
}

function arnOf(of: Resolved): string {
  return discoveryServiceArn(of.connection, wholeName(of));
}
