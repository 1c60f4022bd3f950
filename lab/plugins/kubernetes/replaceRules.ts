import type { PropertyPath } from "../shared/propertyPath";

import { annotation, isAnnotated } from "./annotations";
import { apiVersionOf, at, isKind, kindOf } from "./kubeObject";
import type { KubeObject } from "./kubeObject";
import type { ProviderSettings } from "./providerSettings";

const containerFields = [
  "args",
  "command",
  "env",
  "image",
  "imagePullPolicy",
  "lifecycle",
  "livenessProbe",
  "ports",
  "readinessProbe",
  "resources",
  "securityContext",
  "stdin",
  "stdinOnce",
  "terminationMessagePath",
  "terminationMessagePolicy",
  "tty",
  "volumeDevices",
  "volumeMounts",
  "workingDir",
];

const podFields = [
  "affinity",
  "automountServiceAccountToken",
  "dnsConfig",
  "dnsPolicy",
  "enableServiceLinks",
  "hostAliases",
  "hostIPC",
  "hostNetwork",
  "hostPID",
  "hostname",
  "imagePullSecrets",
  "nodeName",
  "nodeSelector",
  "overhead",
  "preemptionPolicy",
  "priority",
  "priorityClassName",
  "readinessGates",
  "restartPolicy",
  "runtimeClassName",
  "schedulerName",
  "securityContext",
  "serviceAccount",
  "serviceAccountName",
  "shareProcessNamespace",
  "subdomain",
  "terminationGracePeriodSeconds",
  "volumes",
];

const volumeSources = [
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephfs",
  "cinder",
  "csi",
  "fc",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "glusterfs",
  "hostPath",
  "iscsi",
  "local",
  "nfs",
  "photonPersistentDisk",
  "portworxVolume",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
  "vsphereVolume",
];

const inSpec = (...fields: string[]): string[][] => fields.map((field) => ["spec", field]);
const inContainers = ["containers", "initContainers"].flatMap((list) =>
  containerFields.map((field) => ["spec", list, "*", field]),
);

/** Fields that cannot change in place, by kind; "*" stands for any item of a list. */
const immutable: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "apps/v1/DaemonSet": inSpec("selector"),
  "apps/v1/Deployment": inSpec("selector"),
  "apps/v1/StatefulSet": inSpec(
    "podManagementPolicy",
    "revisionHistoryLimit",
    "selector",
    "serviceName",
    "volumeClaimTemplates",
  ),
  "batch/v1/Job": inSpec("completions", "parallelism", "selector", "template"),
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": [["roleRef"]],
  "rbac.authorization.k8s.io/v1/RoleBinding": [["roleRef"]],
  "storage.k8s.io/v1/StorageClass": [["parameters"], ["provisioner"]],
  "v1/PersistentVolume": inSpec(...volumeSources),
  "v1/PersistentVolumeClaim": inSpec("accessModes", "selector", "storageClassName", "volumeName"),
  "v1/Pod": [...inSpec(...podFields), ...inContainers],
  "v1/ResourceQuota": inSpec("scopes"),
  "v1/Secret": [["type"]],
  "v1/Service": inSpec("clusterIP"),
};

function immutableFields(
  object: KubeObject,
  settings: ProviderSettings,
): readonly (readonly string[])[] {
  const frozen = at(object, "immutable") === true;
  if (isKind(object, "", "Secret") && (frozen || !settings.enableSecretMutable)) {
    return [["type"], ["stringData"], ["data"]];
  }
  if (isKind(object, "", "ConfigMap") && (frozen || !settings.enableConfigMapMutable)) {
    return [["binaryData"], ["data"]];
  }
  return immutable[`${apiVersionOf(object)}/${kindOf(object)}`] ?? [];
}

/** Whether two paths meet: one lies at or below the other. */
function touches(pattern: readonly string[], path: PropertyPath): boolean {
  return pattern.every(
    (part, index) => index >= path.length || part === "*" || part === path[index],
  );
}

/** A test for changes that take a new object. A new name or namespace always does. */
export function replaceTest(
  object: KubeObject,
  settings: ProviderSettings,
): (path: PropertyPath) => boolean {
  const patterns = [
    ["metadata", "name"],
    ["metadata", "namespace"],
    ...immutableFields(object, settings),
  ];
  return (path) => patterns.some((pattern) => touches(pattern, path));
}

/** Whether the program asks for a new object wherever the old one does not become ready. */
export function replacesUnready(object: KubeObject): boolean {
  return isAnnotated(object, annotation.replaceUnready);
}
