import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { pick } from "../inputs/inputs";
import { registerRoute } from "../controlPlane/routes";

/** The kinds of Traefik's API that KECS makes. */
export type TraefikKind =
  | "IngressRoute"
  | "IngressRouteTCP"
  | "Middleware"
  | "ServersTransport"
  | "TLSOption"
  | "TLSStore"
  | "TraefikService";

/** Registers an object of Traefik's API as the pure manifests make it. */
export function traefikObject(
  name: string,
  kind: TraefikKind,
  manifest: pulumi.Output<{ readonly metadata: object; readonly spec: object }>,
  opts: pulumi.CustomResourceOptions,
): k8s.apiextensions.CustomResource {
  const object = new k8s.apiextensions.CustomResource(
    name,
    { apiVersion: "traefik.io/v1alpha1", kind, ...pick(manifest, "metadata", "spec") },
    opts,
  );
  if (kind.startsWith("IngressRoute")) registerRoute(object);
  return object;
}
