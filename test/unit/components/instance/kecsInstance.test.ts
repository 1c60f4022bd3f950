import { createPrivateKey, X509Certificate } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { ensureAuthority } from "../../../../cluster/authority/authorityFiles";
import { namesOf } from "../../../../core/acm/authority/leaf";
import { RELOAD_SCRIPT } from "../../../../cluster/dns/scripts";
import { namesService } from "../../../../core/ecs/serviceConnect/manifests";
import { dnsConfigMap } from "../../../../cluster/dns/manifests";
import { TRAEFIK_SELECTOR } from "../../../../core/labels";
import { clusterConfig } from "../../../../cluster/k3d/clusterConfig";
import { ENSURE_SCRIPT, REMOVE_SCRIPT } from "../../../../cluster/k3d/scripts";
import { listObjects } from "../../../../cluster/presence/listObjects";
import { lookAtRoutes } from "../../../../cluster/traefik/lookAtRoutes";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { definitions, pluginFiles } from "../../../../cluster/traefik/assets";
import * as manifests from "../../../../cluster/traefik/manifests";
import {
  targetHealthMiddleware,
  targetHealthRoute,
} from "../../../../cluster/traefik/targetHealth";
import * as metadata from "../../../../cluster/traefik/metadata";
import { deletedWith, type Deployment } from "../../../helpers/deploy";
import {
  CLUSTER,
  COMMAND,
  deployInstance,
  emptyMachine,
  head,
  INSTANCE,
  OWNER,
  plan,
  RANGE,
  TRAEFIK,
} from "../../../helpers/instance";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");

const DNS = "kecs:instance:Dns::myapp-dns";
const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const NAMESPACE = "kubernetes:core/v1:Namespace";
const WORKLOADS = `${NAMESPACE}::myapp-traefik-workloads`;
const SECRET = "kubernetes:core/v1:Secret";
const STORE = "kubernetes:traefik.io/v1alpha1:TLSStore";
const ENVIRONMENT = {
  KECS_ENSURE_CLUSTER: ENSURE_SCRIPT,
  KECS_REMOVE_CLUSTER: REMOVE_SCRIPT,
  KECS_CLUSTER: "kecs-myapp",
  KECS_EPOCH: "e1",
  KECS_GENERATION: "g1",
  KECS_IMAGE: "rancher/k3s:v1.34.2-k3s1",
  KECS_OWNER: OWNER,
  KECS_PORTS: [
    "127.0.0.1:8080:30880",
    "127.0.0.1:8443:30443",
    ...Array.from({ length: 10 }, (_, i) => `127.0.0.1:${9000 + i}:${30800 + i}`),
  ].join(" "),
};

beforeEach(() => {
  jest.mocked(inspectMachine).mockReset().mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockReset().mockResolvedValue([]);
  jest.mocked(listObjects).mockReset().mockResolvedValue(undefined);
});

/** What the tests below look at; none of them changes it. */
let deployment: Deployment;
beforeAll(async () => {
  jest.mocked(inspectMachine).mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockResolvedValue([]);
  deployment = await deployInstance();
});

test("registers exactly a cluster, its credentials, a provider, Traefik with its objects and names", () => {
  const { resources } = deployment;
  expect(resources.map(head).sort()).toEqual(
    [
      `- > ${INSTANCE}`,
      `${INSTANCE} > ${CLUSTER}`,
      `${INSTANCE} > ${COMMAND}::myapp-kubeconfig`,
      `${INSTANCE} > pulumi:providers:kubernetes::myapp`,
      `${INSTANCE} > ${TRAEFIK}`,
      `${INSTANCE} > ${DNS}`,
      `${DNS} > kubernetes:core/v1:ConfigMap::myapp-dns`,
      `${DNS} > kubernetes:core/v1:Service::myapp-dns-connect`,
      `${DNS} > ${COMMAND}::myapp-dns-reload`,
      `${TRAEFIK} > ${NAMESPACE}::myapp-traefik-system`,
      `${TRAEFIK} > ${WORKLOADS}`,
      `${TRAEFIK} > kubernetes:core/v1:ServiceAccount::myapp-traefik`,
      `${TRAEFIK} > kubernetes:rbac.authorization.k8s.io/v1:Role::myapp-traefik`,
      `${TRAEFIK} > kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::myapp-traefik`,
      `${TRAEFIK} > kubernetes:core/v1:ConfigMap::myapp-traefik-static`,
      `${TRAEFIK} > kubernetes:core/v1:ConfigMap::myapp-traefik-plugin`,
      `${TRAEFIK} > kubernetes:core/v1:Service::myapp-traefik`,
      `${TRAEFIK} > kubernetes:apps/v1:Deployment::myapp-traefik`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:IngressRoute::myapp-traefik-ready`,
      `${TRAEFIK} > kubernetes:core/v1:Service::myapp-traefik-metadata`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:Middleware::myapp-traefik-metadata-answers`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:IngressRoute::myapp-traefik-metadata-route`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:Middleware::myapp-traefik-target-health`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:IngressRoute::myapp-traefik-target-health-route`,
      `${TRAEFIK} > kubernetes:traefik.io/v1alpha1:IngressRoute::myapp-traefik-api`,
      `${TRAEFIK} > kubernetes:networking.k8s.io/v1:NetworkPolicy::myapp-traefik-tasks`,
      `${TRAEFIK} > kubernetes:networking.k8s.io/v1:NetworkPolicy::myapp-traefik-policy`,
      `${TRAEFIK} > ${SECRET}::myapp-traefik-default-cert`,
      `${TRAEFIK} > ${STORE}::myapp-traefik-tls-store`,
      ...[...definitions().keys()].map((plural) => `${TRAEFIK} > ${CRD}::myapp-traefik-${plural}`),
    ].sort(),
  );
});

test("holds the cluster in one Command whose text is constant", () => {
  const { inputs, options } = deployment.one(COMMAND, "myapp-cluster");
  expect(inputs).toEqual({
    create: 'eval "${KECS_ENSURE_CLUSTER:?}"',
    update: 'eval "${KECS_ENSURE_CLUSTER:?}"',
    delete: 'eval "${KECS_REMOVE_CLUSTER:?}"',
    stdin: JSON.stringify(
      clusterConfig({
        instance: "myapp",
        agents: 0,
        hostPaths: [],
        k3sImage: "rancher/k3s:v1.34.2-k3s1",
        plan,
        clusterIdentifier: "e1",
        owner: OWNER,
      }),
    ),
    environment: ENVIRONMENT,
    triggers: ["e1"],
    logging: "none",
  });
  expect(options).toEqual({ timeouts: { create: "15m", update: "15m", delete: "10m" } });
});

test("reads the credentials as a secret that no log shows", () => {
  const { inputs, options } = deployment.one(COMMAND, "myapp-kubeconfig");
  expect(inputs).toEqual({
    create: 'k3d kubeconfig get "$KECS_CLUSTER"',
    environment: { KECS_CLUSTER: "kecs-myapp" },
    triggers: ["e1"],
    logging: "none",
    addPreviousOutputInEnv: false,
  });
  expect(options).toEqual({
    deletedWith: CLUSTER,
    dependencies: [CLUSTER],
    additionalSecretOutputs: ["stdout"],
  });
});

test("has the cluster's DNS read its names, once for each creation and each change of them", () => {
  const { inputs, options } = deployment.one(COMMAND, "myapp-dns-reload");
  expect(inputs).toEqual({
    create: 'eval "${KECS_RELOAD_DNS:?}"',
    environment: { KECS_RELOAD_DNS: RELOAD_SCRIPT, KECS_CLUSTER: "kecs-myapp" },
    triggers: ["e1", expect.stringMatching(/^[0-9a-f]{16}$/)],
    logging: "none",
    addPreviousOutputInEnv: false,
  });
  expect(options).toMatchObject({ dependencies: ["kubernetes:core/v1:ConfigMap::myapp-dns"] });
});

test("tells the provider which creation of the cluster its objects belong to", async () => {
  // The engine makes a secret of what additionalSecretOutputs names.
  const secret = await deployInstance(RANGE, false, pulumi.secret("KUBECONFIG"));
  const { inputs, options } = secret.one("pulumi:providers:kubernetes", "myapp");
  // A provider's inputs other than texts go as JSON.
  expect(inputs).toMatchObject({
    clusterIdentifier: "e1",
    deleteUnreachable: "true",
    upsertExistingObjects: "true",
    kubeconfig: { secret: "KUBECONFIG" },
  });
  expect(inputs).not.toHaveProperty("skipUpdateUnreachable");
  expect(options.deletedWith).toBe(CLUSTER);
});

test("lets everything inside of the cluster go with the cluster, through the one provider", () => {
  const inside = deployment.resources.filter(({ type }) => type.startsWith("kubernetes:"));
  expect(inside).toHaveLength(32);
  for (const resource of inside) {
    expect(deletedWith(deployment, resource)).toBe(CLUSTER);
    expect(resource.options.provider).toBe("myapp");
  }
});

test("makes Traefik's objects as the manifests say", () => {
  const settings = { plan, image: "traefik:v3.7.13", plugin: pluginFiles() };
  for (const [type, name, manifest] of [
    [NAMESPACE, "myapp-traefik-system", manifests.systemNamespace()],
    [NAMESPACE, "myapp-traefik-workloads", manifests.namespace()],
    ["kubernetes:core/v1:ServiceAccount", "myapp-traefik", manifests.serviceAccount()],
    ["kubernetes:rbac.authorization.k8s.io/v1:Role", "myapp-traefik", manifests.role()],
    [
      "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
      "myapp-traefik",
      manifests.roleBinding(),
    ],
    ["kubernetes:core/v1:ConfigMap", "myapp-traefik-static", manifests.staticConfigMap(settings)],
    ["kubernetes:core/v1:ConfigMap", "myapp-traefik-plugin", manifests.pluginConfigMap(settings)],
    ["kubernetes:core/v1:Service", "myapp-traefik", manifests.service(settings)],
    ["kubernetes:apps/v1:Deployment", "myapp-traefik", manifests.deployment(settings)],
    ["kubernetes:traefik.io/v1alpha1:IngressRoute", "myapp-traefik-ready", manifests.readyRoute()],
    [
      "kubernetes:core/v1:Service",
      "myapp-traefik-metadata",
      metadata.metadataService(TRAEFIK_SELECTOR),
    ],
    [
      "kubernetes:traefik.io/v1alpha1:Middleware",
      "myapp-traefik-metadata-answers",
      metadata.metadataMiddleware(),
    ],
    [
      "kubernetes:traefik.io/v1alpha1:IngressRoute",
      "myapp-traefik-metadata-route",
      metadata.metadataRoute(),
    ],
    [
      "kubernetes:traefik.io/v1alpha1:Middleware",
      "myapp-traefik-target-health",
      targetHealthMiddleware(),
    ],
    [
      "kubernetes:traefik.io/v1alpha1:IngressRoute",
      "myapp-traefik-target-health-route",
      targetHealthRoute(),
    ],
    ["kubernetes:core/v1:ConfigMap", "myapp-dns", dnsConfigMap()],
    ["kubernetes:core/v1:Service", "myapp-dns-connect", namesService()],
  ] as const) {
    const { apiVersion, kind, ...rest } = deployment.one(type, name).inputs;
    expect(rest).toEqual(
      Object.fromEntries(
        Object.entries(manifest).filter(([key]) => key !== "apiVersion" && key !== "kind"),
      ),
    );
    expect([apiVersion, kind]).toEqual([expect.any(String), type.split(":").at(-1)]);
  }
  for (const [plural, { metadata, spec }] of definitions()) {
    expect(deployment.one(CRD, `myapp-traefik-${plural}`).inputs).toMatchObject({ metadata, spec });
  }
});

test("starts Traefik after its permissions, its configuration and its kinds", () => {
  const { options } = deployment.one("kubernetes:apps/v1:Deployment", "myapp-traefik");
  expect(options.dependencies).toEqual(
    [
      "kubernetes:core/v1:ServiceAccount::myapp-traefik",
      "kubernetes:rbac.authorization.k8s.io/v1:Role::myapp-traefik",
      "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::myapp-traefik",
      "kubernetes:core/v1:ConfigMap::myapp-traefik-static",
      "kubernetes:core/v1:ConfigMap::myapp-traefik-plugin",
      ...[...definitions().keys()].map((plural) => `${CRD}::myapp-traefik-${plural}`),
      `${STORE}::myapp-traefik-tls-store`,
      "kubernetes:traefik.io/v1alpha1:IngressRoute::myapp-traefik-api",
    ].sort(),
  );
});

test("answers HTTPS with a certificate of the local authority where no other fits", async () => {
  const { inputs } = deployment.one(SECRET, "myapp-traefik-default-cert");
  const { secret } = inputs["data"] as { secret: Record<string, string> };
  const decode = (name: string) => Buffer.from(secret[name] ?? "", "base64").toString();
  const certificate = new X509Certificate(decode("tls.crt"));
  expect({ ...inputs, data: Object.keys(secret) }).toEqual({
    apiVersion: "v1",
    kind: "Secret",
    ...manifests.defaultCertificate(),
    data: ["tls.crt", "tls.key"],
  });
  expect(namesOf(certificate).sort()).toEqual(
    ["*.elb.amazonaws.com", "*.elb.localhost", "127.0.0.1", "localhost"].sort(),
  );
  expect(certificate.checkPrivateKey(createPrivateKey(decode("tls.key")))).toBe(true);
  expect(certificate.verify((await ensureAuthority(process.env)).x509.publicKey)).toBe(true);

  const { inputs: store, options } = deployment.one(STORE, "myapp-traefik-tls-store");
  expect(store).toEqual(manifests.tlsStore());
  expect(options.dependencies).toEqual(
    expect.arrayContaining([`${SECRET}::myapp-traefik-default-cert`, WORKLOADS]),
  );
});
