import fc from "fast-check";
import { parse } from "yaml";
import { planPorts } from "../../../../core/ports/plan";
import * as manifests from "../../../../cluster/traefik/manifests";
import { staticConfig } from "../../../../cluster/traefik/staticConfig";
import { rangedSettings } from "../../../helpers/arbitrary";
import { crdErrors } from "../../../helpers/crd";
import { restrictedViolations } from "../../../helpers/podSecurity";

const base = { bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 };
const settings: manifests.TraefikSettings = {
  plan: planPorts({ ...base, range: { start: 9000, end: 9000 } }),
  image: "traefik:v3.7.13",
  plugin: { "albaction.go": "package albaction" },
};
const managed = (component: string) => ({
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": component,
});
const SELECTOR = { "app.kubernetes.io/name": "traefik" };
const LABELS = { ...managed("ingress"), ...SELECTOR };
const inSystem = (name: string) => ({ name, namespace: "kecs-system", labels: LABELS });
const inWorkloads = (name: string) => ({ name, namespace: "kecs", labels: LABELS });

test("has a namespace of its own that refuses all but restricted pods", () => {
  expect(manifests.systemNamespace()).toEqual({
    metadata: {
      name: "kecs-system",
      labels: {
        ...managed("system"),
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  });
});

test("has a namespace for everything that users make", () => {
  expect(manifests.namespace()).toEqual({
    metadata: {
      name: "kecs",
      labels: {
        ...managed("workloads"),
        "pod-security.kubernetes.io/warn": "baseline",
        "pod-security.kubernetes.io/audit": "baseline",
      },
    },
  });
});

test("may list and watch routes, and look at tasks and tell their health, and nothing else", () => {
  const verbs = ["list", "watch"];
  expect(manifests.serviceAccount()).toEqual({ metadata: inSystem("traefik") });
  expect(manifests.role()).toEqual({
    metadata: inWorkloads("traefik"),
    rules: [
      { apiGroups: [""], resources: ["services", "secrets", "configmaps"], verbs },
      { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
      { apiGroups: [""], resources: ["pods/status"], verbs: ["patch"] },
      { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs },
      {
        apiGroups: ["traefik.io"],
        resources: [
          "ingressroutes",
          "ingressroutetcps",
          "ingressrouteudps",
          "middlewares",
          "middlewaretcps",
          "serverstransports",
          "serverstransporttcps",
          "tlsoptions",
          "tlsstores",
          "traefikservices",
        ],
        verbs,
      },
    ],
  });
  expect(manifests.roleBinding()).toEqual({
    metadata: inWorkloads("traefik"),
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "traefik" },
    subjects: [{ kind: "ServiceAccount", name: "traefik", namespace: "kecs-system" }],
  });
});

test("writes the static configuration as YAML that reads back", () => {
  const made = manifests.staticConfigMap(settings);
  expect(made.metadata).toEqual(inSystem("traefik-static"));
  expect(Object.keys(made.data)).toEqual(["traefik.yml"]);
  expect(parse(made.data["traefik.yml"])).toEqual(staticConfig(settings.plan));
});

test("carries the plugin's files as they are", () => {
  expect(manifests.pluginConfigMap(settings)).toEqual({
    metadata: inSystem("traefik-plugin-albaction"),
    data: { "albaction.go": "package albaction" },
  });
});

test("is reached through a NodePort Service, one port for each slot", () => {
  const port = (name: string, number: number, nodePort: number) => ({
    name,
    port: number,
    targetPort: nodePort,
    nodePort,
    protocol: "TCP",
  });
  expect(manifests.service(settings)).toEqual({
    metadata: { ...inSystem("traefik"), annotations: { "pulumi.com/skipAwait": "true" } },
    spec: {
      type: "NodePort",
      selector: SELECTOR,
      ports: [
        port("alb-http", 80, 30880),
        port("alb-https", 443, 30443),
        port("alb-9000", 9000, 30800),
      ],
    },
  });
});

test("has no two Service ports with one number, for any plan", () => {
  fc.assert(
    fc.property(rangedSettings, (of) => {
      const { ports } = manifests.service({ ...settings, plan: planPorts(of) }).spec;
      expect(new Set(ports.map(({ port }) => port)).size).toBe(ports.length);
    }),
  );
});

test("shows by a route of its own that routes are loaded", () => {
  const route = manifests.readyRoute();
  expect(route).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: inWorkloads("kecs-ready"),
    spec: {
      entryPoints: ["traefik"],
      routes: [
        {
          kind: "Rule",
          match: "Path(`/kecs-ready`)",
          priority: 2000,
          services: [{ kind: "TraefikService", name: "ping@internal" }],
        },
      ],
    },
  });
  expect(crdErrors(route)).toEqual([]);
});

describe("the Deployment", () => {
  const configuration = (of: manifests.TraefikSettings) =>
    manifests.deployment(of).spec.template.metadata.annotations["kecs.dev/configuration"];
  const probe = (path: string, periodSeconds: number, failureThreshold: number) => ({
    httpGet: { path, port: "admin" },
    periodSeconds,
    failureThreshold,
  });
  const containerPort = (name: string, number: number) => ({
    name,
    containerPort: number,
    protocol: "TCP",
  });

  test("runs one Traefik that reads nothing but its two ConfigMaps", () => {
    expect(manifests.deployment(settings)).toEqual({
      metadata: inSystem("traefik"),
      spec: {
        replicas: 1,
        revisionHistoryLimit: 2,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: SELECTOR },
        template: {
          metadata: {
            labels: LABELS,
            annotations: { "kecs.dev/configuration": configuration(settings) },
          },
          spec: {
            serviceAccountName: "traefik",
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 20,
            securityContext: {
              runAsNonRoot: true,
              runAsUser: 65532,
              runAsGroup: 65532,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [
              {
                name: "traefik",
                image: "traefik:v3.7.13",
                imagePullPolicy: "IfNotPresent",
                args: ["--configFile=/etc/traefik/traefik.yml"],
                workingDir: "/",
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ["ALL"] },
                },
                ports: [
                  containerPort("alb-http", 30880),
                  containerPort("alb-https", 30443),
                  containerPort("alb-9000", 30800),
                  containerPort("admin", 8080),
                  containerPort("metadata", 51679),
                ],
                startupProbe: probe("/ping", 1, 60),
                readinessProbe: { ...probe("/kecs-ready", 1, 10), timeoutSeconds: 5 },
                livenessProbe: probe("/ping", 10, 6),
                lifecycle: { preStop: { sleep: { seconds: 3 } } },
                resources: {
                  requests: { cpu: "50m", memory: "96Mi" },
                  limits: { memory: "512Mi" },
                },
                volumeMounts: [
                  { name: "static", mountPath: "/etc/traefik", readOnly: true },
                  {
                    name: "albaction",
                    mountPath: "/plugins-local/src/kecs.local/albaction",
                    readOnly: true,
                  },
                ],
              },
            ],
            volumes: [
              { name: "static", configMap: { name: "traefik-static" } },
              { name: "albaction", configMap: { name: "traefik-plugin-albaction" } },
            ],
          },
        },
      },
    });
  });

  test("passes the restricted Pod Security Standard, with a read-only file system", () => {
    const { spec } = manifests.deployment(settings).spec.template;
    expect(restrictedViolations(spec)).toEqual([]);
    for (const { securityContext } of spec.containers) {
      expect(securityContext.readOnlyRootFilesystem).toBe(true);
    }
    expect(spec.securityContext.runAsUser).toBeGreaterThan(0);
  });

  test("stays as it is while nothing that is read at the start changes", () => {
    expect(configuration({ ...settings })).toBe(configuration(settings));
    expect(configuration(settings)).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each<[string, Partial<manifests.TraefikSettings>]>([
    ["the plan", { plan: planPorts(base) }],
    ["the plugin", { plugin: { "albaction.go": "package other" } }],
  ])("rolls its pods when %s changes", (_, change) => {
    expect(configuration({ ...settings, ...change })).not.toBe(configuration(settings));
  });
});

test("keeps one certificate for every name that has none of its own", () => {
  expect(manifests.defaultCertificate()).toEqual({
    metadata: inWorkloads("kecs-default-cert"),
    type: "kubernetes.io/tls",
  });
  const store = manifests.tlsStore();
  expect(store).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "TLSStore",
    metadata: inWorkloads("default"),
    spec: { defaultCertificate: { secretName: "kecs-default-cert" } },
  });
  expect(crdErrors(store)).toEqual([]);
});
