import { planPorts } from "../../../../core/ports/plan";
import { staticConfig } from "../../../../cluster/traefik/staticConfig";

const entryPoint = (nodePort: number) => ({
  address: `:${nodePort}`,
  http: { sanitizePath: false, encodeQuerySemicolons: true, aliasHeadersStrategy: "keep" },
  forwardedHeaders: { insecure: true },
  transport: {
    respondingTimeouts: { readTimeout: "0s" },
    lifeCycle: { requestAcceptGraceTimeout: "1s", graceTimeOut: "3s" },
  },
});

test("declares every entry point of the plan up front, and nothing of cluster scope", () => {
  const plan = planPorts({
    bindAddress: "127.0.0.1",
    httpPort: 8080,
    httpsPort: 8443,
    range: { start: 9000, end: 9001 },
  });
  expect(staticConfig(plan)).toEqual({
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    log: { level: "INFO" },
    api: { insecure: false, dashboard: false },
    ping: { entryPoint: "traefik" },
    entryPoints: {
      traefik: { address: ":8080", http: { aliasHeadersStrategy: "keep" } },
      metadata: { address: ":51679", http: { aliasHeadersStrategy: "keep" } },
      "alb-http": entryPoint(30880),
      "alb-https": entryPoint(30443),
      "alb-9000": entryPoint(30800),
      "alb-9001": entryPoint(30801),
    },
    providers: {
      providersThrottleDuration: "100ms",
      kubernetesCRD: {
        namespaces: ["kecs"],
        disableClusterScopeResources: true,
        safeNaming: true,
        allowEmptyServices: true,
        defaultTLSResourcesNamespace: "kecs",
      },
    },
    experimental: {
      abortOnPluginFailure: true,
      localPlugins: { albaction: { moduleName: "kecs.local/albaction" } },
    },
  });
});
