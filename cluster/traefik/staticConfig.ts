import type { PortPlan } from "../../core/ports/plan";
import { NAMESPACE } from "../../core/labels";
import { PLUGIN } from "../../core/lb/traefikObjects/plugin";

/**
 * Port of Traefik's own entry point, published by no Service: it answers probes, and its API to who
 * knows the key of it.
 */
export const ADMIN_PORT = 8080;
/**
 * Port and name of the entry point where tasks ask for their metadata; the port is that of ECS's
 * own agent. Only a ClusterIP Service leads to it.
 */
export const METADATA_PORT = 51679;
export const METADATA_ENTRY_POINT = "metadata";
const PLUGIN_MODULE = "kecs.local/albaction";

/**
 * Traefik's static configuration. Every entry point of the plan is declared up front, so that
 * adding a listener never restarts Traefik.
 *
 * `sanitizePath` and `encodeQuerySemicolons` keep requests as the client wrote them, trusted
 * forwarded headers let X-Forwarded-For be appended to, and a read timeout of 0 lets an upload
 * take its time, all as on AWS; the plugin ends connections whose headers do not come.
 */
export function staticConfig(plan: PortPlan): object {
  const entryPoints = Object.fromEntries(
    plan.slots.map((slot) => [
      slot.entryPoint,
      {
        address: `:${slot.nodePort}`,
        http: { sanitizePath: false, encodeQuerySemicolons: true, aliasHeadersStrategy: "keep" },
        forwardedHeaders: { insecure: true },
        transport: {
          respondingTimeouts: { readTimeout: "0s" },
          lifeCycle: { requestAcceptGraceTimeout: "1s", graceTimeOut: "3s" },
        },
      },
    ]),
  );
  return {
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    log: { level: "INFO" },
    api: { insecure: false, dashboard: false },
    ping: { entryPoint: "traefik" },
    entryPoints: {
      traefik: { address: `:${ADMIN_PORT}`, http: { aliasHeadersStrategy: "keep" } },
      [METADATA_ENTRY_POINT]: {
        address: `:${METADATA_PORT}`,
        http: { aliasHeadersStrategy: "keep" },
      },
      ...entryPoints,
    },
    providers: {
      providersThrottleDuration: "100ms",
      kubernetesCRD: {
        namespaces: [NAMESPACE],
        disableClusterScopeResources: true,
        safeNaming: true,
        allowEmptyServices: true,
        defaultTLSResourcesNamespace: NAMESPACE,
      },
    },
    experimental: {
      abortOnPluginFailure: true,
      localPlugins: { [PLUGIN]: { moduleName: PLUGIN_MODULE } },
    },
  };
}
