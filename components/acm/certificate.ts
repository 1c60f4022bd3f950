import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { certificateArn } from "../../core/arn";
import { registerCertificate } from "../controlPlane/certificates";
import { claimArn } from "../controlPlane/claims";
import { dependingOn, mapInput, plainValue } from "../inputs/inputs";
import { validatedArguments } from "../base/validated";
import { objectRecord } from "../base/objectRecord";
import type { Issue } from "../../core/validate";
import { InstanceComponent } from "../base/instanceComponent";
import { fieldOf } from "../base/givenArguments";
import type { Connection } from "../../core/connection";
import type { CertificateArgs } from "./args";
import type { KeyPair } from "../../core/acm/authority/keyPair";
import { CERTIFICATE_FIELDS, KEY_FIELDS } from "../../core/acm/fields";
import { validateArguments } from "../../core/support/argumentFields";
import { certificateRecord, namesFor } from "../../core/acm/record";
import { automaticCertificate, tlsSecretObject } from "./automatic";
import { certificateSecretName, tlsSecret } from "../../core/acm/manifests";
import { validateCertificate, validateKey, type CertificateValues } from "../../core/acm/validate";

interface Resolved extends CertificateValues {
  readonly connection: Connection;
}

type Keyed = Parameters<typeof validateKey>[0];

/**
 * A certificate for HTTPS listeners: issued by the user's own authority, or one of your own.
 *
 * @example
 * const shop = new Certificate("shop", { connection, domainName: "shop.example.test" }, options);
 */
export class Certificate extends InstanceComponent {
  /** The certificate's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  /** The host names that the certificate covers. */
  readonly names: pulumi.Output<string[]>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly secret: k8s.core.v1.Secret;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:acm:Certificate", name, fieldOf(args, "connection"), opts);
    const path = `Certificate("${name}")`;
    const { privateKey, ...others } = args;
    const certificateBody = open(others.certificateBody);
    const certificateChain = open(others.certificateChain);
    const resolved = validatedArguments<Resolved>(
      { ...others, certificateBody, certificateChain },
      { fields: CERTIFICATE_FIELDS, path },
      (values) => {
        const issues = validateCertificate(values, path, new Date());
        const key = plainValue<string>(privateKey);
        if (privateKey === undefined || key !== undefined) {
          const { certificateBody: body } = values;
          const both = { certificateBody: body, privateKey: key };
          issues.push(
            ...validateArguments<Keyed>(KEY_FIELDS, both, path, (of) => validateKey(of, path)),
          );
        }
        return issues;
      },
      (values) => register(certificateArn(values.connection, name), values, path),
    );
    // A key that resolves later is apart: all that is made of a secret is a secret.
    const keyed = validatedArguments<Keyed>(
      { certificateBody, privateKey },
      { fields: KEY_FIELDS, path },
      (values) => validateKey(values, path),
    );

    const arn = mapInput(resolved, (of) => certificateArn(of.connection, name));
    const child = { parent: this };
    const secret = tlsSecretObject(
      name,
      arn.apply((of) => tlsSecret(certificateSecretName(of), "certificate")),
      keyPair(resolved, keyed),
      child,
    );
    const content = resolved.apply((of) =>
      certificateRecord(certificateArn(of.connection, name), of),
    );
    const record = objectRecord(name, content, this);
    this.arn = dependingOn(arn, [secret, record]);
    this.names = mapInput(resolved, namesFor);
    this.nodes = { secret, record };
    this.registerOutputs({ arn: this.arn, names: this.names });
  }
}

/** A certificate is sent to every client; marked as a secret it would make the ARN one. */
function open(text: pulumi.Input<string | undefined>): pulumi.Input<string | undefined> {
  return pulumi.Output.isInstance<string | undefined>(text) ? pulumi.unsecret(text) : text;
}

/** What Traefik serves: the certificate that is issued here, or the user's with its chain. */
function keyPair(
  resolved: pulumi.Output<Resolved>,
  keyed: pulumi.Output<Keyed>,
): pulumi.Output<KeyPair> {
  return pulumi.all([resolved, keyed]).apply(([values, { privateKey = "" }]) => {
    const { certificateBody, certificateChain = "" } = values;
    return certificateBody === undefined
      ? automaticCertificate(namesFor(values))
      : pulumi.output({
          certificate: `${[certificateBody, certificateChain].join("\n").trim()}\n`,
          key: `${privateKey.trim()}\n`,
        });
  });
}

function register(arn: string, values: CertificateValues, path: string): Issue[] {
  const entry = { secretName: certificateSecretName(arn), names: namesFor(values) };
  registerCertificate(arn, entry);
  return claimArn(arn, path);
}
