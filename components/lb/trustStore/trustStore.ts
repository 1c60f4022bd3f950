import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { trustStoreArn } from "../../../core/arn";
import { claimArn } from "../../controlPlane/claims";
import { dependingOn, mapInput, pick, withDefault } from "../../inputs/inputs";
import { validatedArguments } from "../../base/validated";
import { registerTrustStore } from "../../controlPlane/trustStores";
import type { Issue } from "../../../core/validate";
import { objectRecord } from "../../base/objectRecord";
import type { RecordContent } from "../../../core/records/manifest";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import type { Connection } from "../../../core/connection";
import type { TrustStoreArgs } from "./args";
import { TRUST_STORE_FIELDS } from "../../../core/lb/trustStore/fields";
import { trustStoreSecret, trustStoreSecretName } from "../../../core/lb/trustStore/manifests";
import { validateTrustStore, type TrustStoreValues } from "../../../core/lb/trustStore/validate";

interface Resolved extends TrustStoreValues {
  readonly connection: Connection;
}

/**
 * A trust store: the authorities that the client certificates of a listener with mutual
 * authentication have to come from.
 *
 * @example
 * const clients = new TrustStore("clients", { connection, caCertificatesBundle: pem }, options);
 */
export class TrustStore extends InstanceComponent {
  /** The trust store's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly secret: k8s.core.v1.Secret;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: TrustStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:TrustStore", name, fieldOf(args, "connection"), opts);
    const path = `TrustStore("${name}")`;
    const resolved = validatedArguments<Resolved>(
      { ...args, name: withDefault(args.name, name) },
      { fields: TRUST_STORE_FIELDS, path },
      (values) => validateTrustStore(values, path),
      (values) => register(values, path),
    );
    const child = { parent: this };
    const secret = new k8s.core.v1.Secret(
      name,
      pick(
        resolved.apply((of) => trustStoreSecret(of.name, of.caCertificatesBundle)),
        "metadata",
        "type",
        "data",
      ),
      child,
    );
    const record = objectRecord(name, resolved.apply(trustStoreRecord), this);
    this.name = mapInput(resolved, (of) => of.name);
    this.arn = dependingOn(
      mapInput(resolved, (of) => trustStoreArn(of.connection, of.name)),
      [secret, record],
    );
    this.nodes = { secret, record };
    this.registerOutputs({ arn: this.arn, name: this.name });
  }
}

function register({ connection, name }: Resolved, path: string): Issue[] {
  const arn = trustStoreArn(connection, name);
  registerTrustStore(arn, { secretName: trustStoreSecretName(name) });
  return claimArn(arn, path);
}

function trustStoreRecord(of: Resolved): RecordContent {
  return {
    key: `ts-${of.name}`,
    arn: trustStoreArn(of.connection, of.name),
    attributes: { name: of.name, secretName: trustStoreSecretName(of.name) },
  };
}
