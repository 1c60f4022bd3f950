import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { automaticCertificate, tlsSecretObject } from "../acm/automatic";
import { DEFAULT_CERTIFICATE_HOSTS } from "../../core/acm/coverage";
import { TRAEFIK_SELECTOR } from "../../core/labels";
import { pick } from "../inputs/inputs";
import { apiKey, apiRoute } from "../../cluster/traefik/api";
import { definitions } from "../../cluster/traefik/assets";
import * as manifests from "../../cluster/traefik/manifests";
import { taskPolicy, traefikPolicy } from "../../cluster/traefik/networkPolicies";
import { metadataMiddleware, metadataRoute, metadataService } from "../../cluster/traefik/metadata";
import { targetHealthMiddleware, targetHealthRoute } from "../../cluster/traefik/targetHealth";

/** Arguments of the global Traefik; KecsInstance alone makes one. */
export interface TraefikArgs {
  readonly settings: pulumi.Output<manifests.TraefikSettings>;
}

/**
 * The one Traefik of an instance with its definitions, permissions and ways in, and the namespace
 * that its routes live in.
 */
export class Traefik extends pulumi.ComponentResource {
  /** What must be there before a route or a task can be created. */
  readonly foundation: readonly pulumi.Resource[];
  readonly nodes: {
    readonly deployment: k8s.apps.v1.Deployment;
    readonly service: k8s.core.v1.Service;
    readonly certificate: k8s.core.v1.Secret;
    readonly tlsStore: k8s.apiextensions.CustomResource;
  };

  constructor(name: string, args: TraefikArgs, opts: pulumi.ComponentResourceOptions) {
    super("kecs:instance:Traefik", name, {}, opts);
    const { settings } = args;
    const child = { parent: this };

    const system = new k8s.core.v1.Namespace(`${name}-system`, manifests.systemNamespace(), child);
    const workloads = new k8s.core.v1.Namespace(`${name}-workloads`, manifests.namespace(), child);
    const crds = [...definitions()].map(
      ([plural, { metadata, spec }]) =>
        new k8s.apiextensions.v1.CustomResourceDefinition(
          `${name}-${plural}`,
          { metadata, spec: spec as never },
          child,
        ),
    );

    const inSystem = { ...child, dependsOn: [system] };
    const inWorkloads = { ...child, dependsOn: [workloads] };
    const account = new k8s.core.v1.ServiceAccount(name, manifests.serviceAccount(), inSystem);
    const role = new k8s.rbac.v1.Role(name, manifests.role(), inWorkloads);
    const binding = new k8s.rbac.v1.RoleBinding(name, manifests.roleBinding(), inWorkloads);
    const configMaps = [
      new k8s.core.v1.ConfigMap(
        `${name}-static`,
        pick(settings.apply(manifests.staticConfigMap), "metadata", "data"),
        inSystem,
      ),
      new k8s.core.v1.ConfigMap(
        `${name}-plugin`,
        pick(settings.apply(manifests.pluginConfigMap), "metadata", "data"),
        inSystem,
      ),
    ];
    const service = new k8s.core.v1.Service(
      name,
      pick(settings.apply(manifests.service), "metadata", "spec"),
      inSystem,
    );
    new k8s.apiextensions.CustomResource(`${name}-ready`, manifests.readyRoute(), {
      ...child,
      dependsOn: [workloads, ...crds],
    });
    this.answerMetadata(name, inSystem, { ...child, dependsOn: [workloads, ...crds] });
    this.checkTargets(name, { ...child, dependsOn: [workloads, ...crds] });
    const pair = automaticCertificate(DEFAULT_CERTIFICATE_HOSTS);
    const certificate = tlsSecretObject(
      `${name}-default-cert`,
      pulumi.output(manifests.defaultCertificate()),
      pair,
      inWorkloads,
    );
    const route = pair.apply(({ key }) => apiRoute(apiKey(key)));
    const { apiVersion, kind, metadata } = apiRoute("");
    const api = new k8s.apiextensions.CustomResource(
      `${name}-api`,
      { apiVersion, kind, metadata, ...pick(route, "spec") },
      { ...child, dependsOn: [workloads, ...crds] },
    );
    new k8s.networking.v1.NetworkPolicy(`${name}-tasks`, taskPolicy(), inWorkloads);
    new k8s.networking.v1.NetworkPolicy(
      `${name}-policy`,
      pick(
        settings.apply(({ plan }) => traefikPolicy(plan, TRAEFIK_SELECTOR)),
        "metadata",
        "spec",
      ),
      inSystem,
    );
    const tlsStore = new k8s.apiextensions.CustomResource(
      `${name}-tls-store`,
      manifests.tlsStore(),
      { ...child, dependsOn: [workloads, certificate, ...crds] },
    );
    // Traefik gives up for half a minute when it may not list something at its start, so all of
    // its permissions and kinds come first.
    const deployment = new k8s.apps.v1.Deployment(
      name,
      pick(settings.apply(manifests.deployment), "metadata", "spec"),
      { ...child, dependsOn: [account, role, binding, ...configMaps, ...crds, tlsStore, api] },
    );

    this.foundation = [workloads, ...crds];
    this.nodes = { deployment, service, certificate, tlsStore };
    this.registerOutputs({});
  }

  /** The task metadata endpoint: a way in for tasks, and the plugin at its end. */
  private answerMetadata(
    name: string,
    inSystem: pulumi.CustomResourceOptions,
    withRoutes: pulumi.CustomResourceOptions,
  ): void {
    new k8s.core.v1.Service(`${name}-metadata`, metadataService(TRAEFIK_SELECTOR), inSystem);
    const middleware = new k8s.apiextensions.CustomResource(
      `${name}-metadata-answers`,
      metadataMiddleware(),
      withRoutes,
    );
    new k8s.apiextensions.CustomResource(
      `${name}-metadata-route`,
      metadataRoute(),
      pulumi.mergeOptions(withRoutes, { dependsOn: middleware }),
    );
  }

  /** The health checks of target groups. */
  private checkTargets(name: string, withRoutes: pulumi.CustomResourceOptions): void {
    const middleware = new k8s.apiextensions.CustomResource(
      `${name}-target-health`,
      targetHealthMiddleware(),
      withRoutes,
    );
    new k8s.apiextensions.CustomResource(
      `${name}-target-health-route`,
      targetHealthRoute(),
      pulumi.mergeOptions(withRoutes, { dependsOn: middleware }),
    );
  }
}
