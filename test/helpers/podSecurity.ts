/** The fields of a pod that the Pod Security Standards look at. */
export interface PodSpec {
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly securityContext?: SecurityContext;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Readonly<Record<string, unknown>>[];
}

interface Container {
  readonly name: string;
  readonly securityContext?: SecurityContext;
  readonly ports?: readonly { readonly name?: string; readonly hostPort?: number }[];
}

interface SecurityContext {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly readOnlyRootFilesystem?: boolean;
  readonly procMount?: string;
  readonly seccompProfile?: { readonly type: string };
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
}

const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/**
 * What the `restricted` Pod Security Standard has against a pod.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function restrictedViolations(pod: PodSpec): string[] {
  const found: string[] = [];
  const rule = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  rule(!pod.hostNetwork && !pod.hostPID && !pod.hostIPC, "host namespaces");
  for (const volume of pod.volumes ?? []) {
    const types = Object.keys(volume).filter((key) => key !== "name");
    rule(
      types.every((type) => VOLUMES.includes(type)),
      `volume type ${types.join()}`,
    );
  }
  for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
    const own = container.securityContext ?? {};
    const context = { ...pod.securityContext, ...own };
    const seccomp = context.seccompProfile?.type ?? "";
    const added = own.capabilities?.add ?? [];
    const at = (what: string): string => `${container.name}: ${what}`;
    rule(own.privileged !== true, at("privileged"));
    rule(own.allowPrivilegeEscalation === false, at("allowPrivilegeEscalation"));
    rule(context.runAsNonRoot === true, at("runAsNonRoot"));
    rule(context.runAsUser !== 0, at("runAsUser"));
    rule(["RuntimeDefault", "Localhost"].includes(seccomp), at("seccompProfile"));
    rule(own.capabilities?.drop?.includes("ALL") === true, at("capabilities.drop"));
    rule(
      added.every((name) => name === "NET_BIND_SERVICE"),
      at("capabilities.add"),
    );
    rule((own.procMount ?? "Default") === "Default", at("procMount"));
    rule(
      (container.ports ?? []).every((port) => (port.hostPort ?? 0) === 0),
      at("hostPort"),
    );
  }
  return found;
}
