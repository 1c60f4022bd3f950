import { stringify } from "yaml";
import type { PortPlan, PortSlot } from "../../core/ports/plan";
import {
  labels,
  NAMESPACE,
  SKIP_AWAIT,
  SYSTEM_NAMESPACE,
  TRAEFIK_SELECTOR,
} from "../../core/labels";
import { tlsSecret } from "../../core/acm/manifests";
import { digest } from "../../core/naming";
import { ADMIN_PORT, METADATA_ENTRY_POINT, METADATA_PORT, staticConfig } from "./staticConfig";

export interface TraefikSettings {
  readonly plan: PortPlan;
  readonly image: string;
  /** The plugin's files by their names. */
  readonly plugin: Readonly<Record<string, string>>;
}

const NAME = "traefik";
const LABELS = labels("ingress", TRAEFIK_SELECTOR);
const STATIC_CONFIG_MAP = "traefik-static";
const DEFAULT_CERTIFICATE = "kecs-default-cert";
const PLUGIN_CONFIG_MAP = "traefik-plugin-albaction";
/** The user id of "nonroot" in distroless images; Traefik's own image names none. */
const NON_ROOT = 65532;

/** Traefik's namespace refuses any pod that the `restricted` standard does not allow. */
export function systemNamespace() {
  return {
    metadata: {
      name: SYSTEM_NAMESPACE,
      labels: {
        ...labels("system"),
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  };
}

/** Tasks may be what ECS allows them to be; what `baseline` does not is warned of. */
export function namespace() {
  return {
    metadata: {
      name: NAMESPACE,
      labels: {
        ...labels("workloads"),
        "pod-security.kubernetes.io/warn": "baseline",
        "pod-security.kubernetes.io/audit": "baseline",
      },
    },
  };
}

export function serviceAccount() {
  return { metadata: { name: NAME, namespace: SYSTEM_NAMESPACE, labels: LABELS } };
}

/**
 * All that Traefik may do, in the namespace of the routes alone: list and watch what they are made
 * of, read the one task that asks for its metadata, and look at tasks to say how healthy they are.
 */
export function role() {
  const verbs = ["list", "watch"];
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
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
  };
}

export function roleBinding() {
  return {
    metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: NAME },
    subjects: [{ kind: "ServiceAccount", name: NAME, namespace: SYSTEM_NAMESPACE }],
  };
}

export function staticConfigMap({ plan }: TraefikSettings) {
  return {
    metadata: { name: STATIC_CONFIG_MAP, namespace: SYSTEM_NAMESPACE, labels: LABELS },
    data: { "traefik.yml": stringify(staticConfig(plan)) },
  };
}

export function pluginConfigMap({ plugin }: TraefikSettings) {
  return {
    metadata: { name: PLUGIN_CONFIG_MAP, namespace: SYSTEM_NAMESPACE, labels: LABELS },
    data: plugin,
  };
}

/** NodePort, never LoadBalancer: k3d publishes the NodePorts, k3s adds no containers of its own. */
export function service({ plan }: TraefikSettings) {
  return {
    metadata: {
      name: NAME,
      namespace: SYSTEM_NAMESPACE,
      labels: LABELS,
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      type: "NodePort",
      selector: TRAEFIK_SELECTOR,
      ports: plan.slots.map((slot) => ({
        name: slot.entryPoint,
        port: servicePort(slot),
        targetPort: slot.nodePort,
        nodePort: slot.nodePort,
        protocol: "TCP",
      })),
    },
  };
}

/** The port that the listener has on AWS, or the local one, which is the readable of the two. */
function servicePort(slot: PortSlot): number {
  if (slot.role === "http") return 80;
  if (slot.role === "https") return 443;
  return slot.localPort === 80 || slot.localPort === 443 ? slot.nodePort : slot.localPort;
}

/**
 * Answers only once Traefik has loaded its routes: a Traefik that merely runs answers 404 to
 * everything. The Deployment's readiness probe asks for it, so it must not wait for the Deployment.
 */
export function readyRoute() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: { name: "kecs-ready", namespace: NAMESPACE, labels: LABELS },
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
  };
}

export function defaultCertificate() {
  return tlsSecret(DEFAULT_CERTIFICATE, "ingress", TRAEFIK_SELECTOR);
}

/** There is one in a cluster, and it has to have this name. */
export function tlsStore() {
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "TLSStore",
    metadata: { name: "default", namespace: NAMESPACE, labels: LABELS },
    spec: { defaultCertificate: { secretName: DEFAULT_CERTIFICATE } },
  };
}

export function deployment(settings: TraefikSettings) {
  // Both are read at the start only: a change of either has to roll the pods.
  const configured = digest(JSON.stringify([staticConfig(settings.plan), settings.plugin]), 16);
  return {
    metadata: { name: NAME, namespace: SYSTEM_NAMESPACE, labels: LABELS },
    spec: {
      replicas: 1,
      revisionHistoryLimit: 2,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: TRAEFIK_SELECTOR },
      template: {
        metadata: { labels: LABELS, annotations: { "kecs.dev/configuration": configured } },
        spec: podSpec(settings),
      },
    },
  };
}

function podSpec({ image, plan }: TraefikSettings) {
  return {
    serviceAccountName: NAME,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 20,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: NON_ROOT,
      runAsGroup: NON_ROOT,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [
      {
        name: NAME,
        image,
        imagePullPolicy: "IfNotPresent",
        args: ["--configFile=/etc/traefik/traefik.yml"],
        // Local plugins are looked for in ./plugins-local.
        workingDir: "/",
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        ports: [
          ...plan.slots.map((slot) => ({
            name: slot.entryPoint,
            containerPort: slot.nodePort,
            protocol: "TCP",
          })),
          { name: "admin", containerPort: ADMIN_PORT, protocol: "TCP" },
          { name: METADATA_ENTRY_POINT, containerPort: METADATA_PORT, protocol: "TCP" },
        ],
        startupProbe: {
          httpGet: { path: "/ping", port: "admin" },
          periodSeconds: 1,
          failureThreshold: 60,
        },
        readinessProbe: {
          httpGet: { path: "/kecs-ready", port: "admin" },
          periodSeconds: 1,
          // The only Traefik: while the machine is short of time, nobody else would answer.
          timeoutSeconds: 5,
          failureThreshold: 10,
        },
        livenessProbe: {
          httpGet: { path: "/ping", port: "admin" },
          periodSeconds: 10,
          failureThreshold: 6,
        },
        // The old pod answers until kube-proxy has moved the NodePort to the new one.
        lifecycle: { preStop: { sleep: { seconds: 3 } } },
        resources: { requests: { cpu: "50m", memory: "96Mi" }, limits: { memory: "512Mi" } },
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
      { name: "static", configMap: { name: STATIC_CONFIG_MAP } },
      { name: "albaction", configMap: { name: PLUGIN_CONFIG_MAP } },
    ],
  };
}
