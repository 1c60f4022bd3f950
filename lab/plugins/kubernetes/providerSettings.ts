import { NotSupportedError } from "../shared/unary";

/** The provider's arguments, as the engine hands them over. */
export interface ProviderSettings {
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly cluster: string | undefined;
  readonly namespace: string | undefined;
  readonly deleteUnreachable: boolean;
  readonly skipUpdateUnreachable: boolean;
  readonly enablePatchForce: boolean;
  readonly upsertExistingObjects: boolean;
  readonly enableConfigMapMutable: boolean;
  readonly enableSecretMutable: boolean;
}

const prefix = "kubernetes:config:";

/** A provider that was not configured: what a preview has before its cluster exists. */
export const defaultSettings: ProviderSettings = readSettings(new Map(), {});

/** Reads the arguments; environment variables stand in where an argument is not given. */
export function readSettings(
  variables: ReadonlyMap<string, string>,
  env: NodeJS.ProcessEnv,
): ProviderSettings {
  const text = (name: string): string | undefined => variables.get(prefix + name) || undefined;
  const flag = (name: string, variable: string, otherwise = false): boolean => {
    const value = variables.get(prefix + name) ?? env[variable];
    return value === undefined ? otherwise : value === "true";
  };
  if (!flag("enableServerSideApply", "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", true)) {
    throw new NotSupportedError("kubernetes", "client-side apply");
  }
  for (const name of ["renderYamlToDirectory", "strictMode"]) {
    const value = text(name);
    if (value !== undefined && value !== "false") throw new NotSupportedError("kubernetes", name);
  }
  return {
    kubeconfig: text("kubeconfig"),
    context: text("context"),
    cluster: text("cluster"),
    namespace: text("namespace"),
    deleteUnreachable: flag("deleteUnreachable", "PULUMI_K8S_DELETE_UNREACHABLE"),
    skipUpdateUnreachable: flag("skipUpdateUnreachable", "PULUMI_K8S_SKIP_UPDATE_UNREACHABLE"),
    enablePatchForce: flag("enablePatchForce", "PULUMI_K8S_ENABLE_PATCH_FORCE"),
    upsertExistingObjects: flag("upsertExistingObjects", "PULUMI_K8S_UPSERT_EXISTING_OBJECTS"),
    enableConfigMapMutable: flag("enableConfigMapMutable", "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE"),
    enableSecretMutable: flag("enableSecretMutable", "PULUMI_K8S_ENABLE_SECRET_MUTABLE"),
  };
}
