import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { findListener } from "../../controlPlane/loadBalancers";
import { isSound, KecsError } from "../../../core/validate";
import { objectRecord } from "../../base/objectRecord";
import { refuse } from "../../controlPlane/program";
import { listenerCertificateRecord } from "../../../core/lb/listenerCertificate/record";
import { validatedArguments } from "../../base/validated";
import { traefikObject } from "../../base/traefikObject";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import type { ListenerCertificateArgs } from "./args";
import { checkReferences, importReferences, type References } from "../listener/tls/references";
import { claimCertificate, countCertificate } from "./count";
import { LISTENER_CERTIFICATE_FIELDS } from "../../../core/lb/listenerCertificate/fields";
import { carrierRoute } from "../../../core/lb/listenerCertificate/manifests";
import {
  unknownListener,
  validateListenerCertificate,
  type ListenerCertificateValues,
} from "../../../core/lb/listenerCertificate/validate";

/**
 * One more certificate of an HTTPS listener, for clients that request one of its names.
 *
 * @example
 * new ListenerCertificate("blog", { listenerArn: https.arn, certificateArn: blog.arn }, options);
 */
export class ListenerCertificate extends InstanceComponent {
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly carrier: k8s.apiextensions.CustomResource;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: ListenerCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:ListenerCertificate", name, fieldOf(args, "listenerArn"), opts);
    const path = `ListenerCertificate("${name}")`;
    const listener = findListener(args.listenerArn);
    const resolved = validatedArguments<ListenerCertificateValues>(
      { ...args },
      { fields: LISTENER_CERTIFICATE_FIELDS, path },
      (values) => {
        const issues = validateListenerCertificate(values, path);
        if (!isSound(issues)) return issues;
        if (listener === undefined) return [unknownListener(values.listenerArn, path)];
        return [...issues, ...checkReferences(values.listenerArn, referencesOf(values, path))];
      },
      (values) => [
        ...claimCertificate(values, path),
        ...(listener === undefined ? [] : countCertificate(listener, path)),
      ],
    );
    const carrier = traefikObject(
      name,
      "IngressRoute",
      pulumi
        .all([resolved, listener?.connection, listener?.loadBalancer, listener?.listener])
        .apply(async ([values, connection, loadBalancer, of]) => {
          if (connection !== undefined) {
            await importReferences(connection, referencesOf(values, path));
          }
          return carrierRoute({
            loadBalancer: loadBalancer?.name ?? "",
            port: of?.port ?? 0,
            entryPoint: of?.entryPoint ?? "",
            certificateArn: values.certificateArn,
          });
        }),
      { parent: this },
    );
    const content = pulumi.all([resolved, listener?.connection]).apply(([values, connection]) => {
      if (connection === undefined) throw refuse(notOfProgram(values, path));
      return listenerCertificateRecord(connection, values);
    });
    const record = objectRecord(name, content, this);
    this.nodes = { carrier, record };
    this.registerOutputs({});
  }
}

function notOfProgram({ listenerArn }: ListenerCertificateValues, path: string): KecsError {
  return new KecsError([unknownListener(listenerArn, path)]);
}

function referencesOf(
  { certificateArn: arn }: ListenerCertificateValues,
  path: string,
): References {
  return { certificate: { arn, path: `${path}.certificateArn` } };
}
