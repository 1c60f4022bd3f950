import { defaultSettings } from "../../../../../lab/plugins/kubernetes/providerSettings";
import { replaceTest } from "../../../../../lab/plugins/kubernetes/replaceRules";

const mutable = { ...defaultSettings, enableConfigMapMutable: true, enableSecretMutable: true };

function replaces(
  apiVersion: string,
  kind: string,
  path: (string | number)[],
  settings = defaultSettings,
): boolean {
  return replaceTest({ apiVersion, kind }, settings)(path);
}

describe("replacement", () => {
  it.each([
    ["v1", "Namespace", ["metadata", "name"]],
    ["traefik.io/v1alpha1", "IngressRoute", ["metadata", "namespace"]],
    ["apps/v1", "Deployment", ["spec", "selector", "matchLabels", "app"]],
    ["apps/v1", "StatefulSet", ["spec", "serviceName"]],
    ["batch/v1", "Job", ["spec", "template", "spec", "containers", 0, "image"]],
    ["v1", "Pod", ["spec", "containers", 1, "env", 0, "value"]],
    ["v1", "Service", ["spec", "clusterIP"]],
    ["v1", "ConfigMap", ["data", "key"]],
    ["v1", "Secret", ["data", "key"]],
    ["v1", "Secret", ["type"]],
    ["rbac.authorization.k8s.io/v1", "RoleBinding", ["roleRef", "name"]],
  ])("is what it takes to change %s/%s at %j", (apiVersion, kind, path) => {
    expect(replaces(apiVersion, kind, path)).toBe(true);
  });

  it.each([
    ["apps/v1", "Deployment", ["spec", "replicas"]],
    ["v1", "Service", ["spec", "ports", 0, "port"]],
    ["v1", "ConfigMap", ["metadata", "labels", "a"]],
    ["traefik.io/v1alpha1", "IngressRoute", ["spec", "selector"]],
  ])("is not needed to change %s/%s at %j", (apiVersion, kind, path) => {
    expect(replaces(apiVersion, kind, path)).toBe(false);
  });

  it("is not needed for data where the provider takes it for mutable", () => {
    expect(replaces("v1", "ConfigMap", ["data", "key"], mutable)).toBe(false);
    expect(replaces("v1", "Secret", ["data", "key"], mutable)).toBe(false);
  });

  it("is needed for data that is declared immutable all the same", () => {
    const object = { apiVersion: "v1", kind: "ConfigMap", immutable: true };
    expect(replaceTest(object, mutable)(["data", "key"])).toBe(true);
  });
});
