import * as pulumi from "@pulumi/pulumi";
import { leftOutWarnings } from "../../../core/acm/names";
import { automaticCertificate, tlsSecretObject } from "../../acm/automatic";
import { showWarnings } from "../../base/validated";
import { traefikObject } from "../../base/traefikObject";
import type { Listener, LoadBalancerFacts } from "../../../core/lb/model";
import type { Resolved } from "../../../core/lb/listener/model";
import { ownerOf, tlsSettings } from "../../../core/lb/listener/tls/settings";
import type { TlsResources } from "./tls/childResources";
import { tlsWarnings } from "../../../core/lb/listener/tls/warnings";
import {
  clientCertificateMiddleware,
  listenerSecret,
  tlsOption,
} from "../../../core/lb/listener/tls/tlsOption";

/** What the certificate and the options of an HTTPS listener are made of. */
export interface TlsSource {
  readonly resolved: pulumi.Output<Resolved>;
  readonly loadBalancer: pulumi.Output<LoadBalancerFacts>;
  readonly listener: pulumi.Output<Listener>;
  /** How errors call the listener. */
  readonly path: string;
}

/**
 * Registers what an HTTPS listener needs beside its routes: the certificate that the local
 * authority issues for its hosts where none was given, and its TLS options where it has some.
 */
export function tlsObjects(
  name: string,
  structure: TlsResources,
  { resolved, loadBalancer, listener, path }: TlsSource,
  parent: pulumi.Resource,
): pulumi.Resource[] {
  const opts = { parent };
  const objects: pulumi.Resource[] = [];
  if (structure.issuesCertificate) {
    const description = resolved.apply((of) => listenerSecret(ownerOf(of)));
    const hosts = listener.apply((of) => {
      showWarnings(leftOutWarnings(of.hosts, path));
      return [...of.hosts];
    });
    const pair = automaticCertificate(hosts);
    objects.push(tlsSecretObject(`${name}-certificate`, description, pair, opts));
  }
  if (structure.hasOption) {
    const option = pulumi
      .all([resolved, loadBalancer, listener])
      .apply(([of, { attributes, catchAll }, { hosts, neighbours = [] }]) => {
        const settings = tlsSettings(of, attributes.http2);
        showWarnings(tlsWarnings({ settings, hosts, catchAll, neighbours }, path));
        return tlsOption(settings);
      });
    objects.push(traefikObject(`${name}-tls`, "TLSOption", option, opts));
  }
  if (structure.passesClientCertificate) {
    const middleware = resolved.apply((of) => clientCertificateMiddleware(ownerOf(of)));
    objects.push(traefikObject(`${name}-client-cert`, "Middleware", middleware, opts));
  }
  return objects;
}
