import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { isMap } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";

import { at, listAt, mapAt, textAt } from "./kubeObject";

/** How to reach an API server and who to be there. */
export interface Connection {
  readonly server: string;
  readonly namespace: string;
  readonly ca: Buffer | undefined;
  readonly certificate: Buffer | undefined;
  readonly key: Buffer | undefined;
  readonly token: string | undefined;
  readonly skipVerify: boolean;
  readonly serverName: string | undefined;
}

/** What a provider says beside its kubeconfig. */
export interface KubeconfigOverrides {
  readonly context?: string | undefined;
  readonly cluster?: string | undefined;
}

function expandHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : path;
}

/** The contents of a kubeconfig that is given as text or as the path of a file. */
export function kubeconfigText(pathOrText: string): string {
  const path = expandHome(pathOrText);
  try {
    if (statSync(path).isFile()) return readFileSync(path, "utf8");
  } catch {
    // Not a path that can be read: the text itself.
  }
  return pathOrText;
}

/** Parses a kubeconfig. Errors say nothing of its contents, for they are secret. */
export async function parseKubeconfig(text: string): Promise<PropertyMap> {
  let config: unknown;
  try {
    config = text.trimStart().startsWith("{")
      ? JSON.parse(text)
      : (await import("yaml")).parse(text, { logLevel: "error" });
  } catch {
    throw new Error("the kubeconfig is neither a readable file nor YAML");
  }
  if (!isMap(config)) throw new Error("the kubeconfig is neither a readable file nor a map");
  return config;
}

function named(config: PropertyMap, list: string, name: string): PropertyMap | undefined {
  return listAt(config, list).find((entry) => textAt(entry, "name") === name);
}

/** The settings of the cluster that is used, if the kubeconfig has it. */
export function activeCluster(
  config: PropertyMap,
  overrides: KubeconfigOverrides,
): PropertyMap | undefined {
  const context = named(config, "contexts", overrides.context ?? textAt(config, "current-context"));
  if (context === undefined) return undefined;
  const name = overrides.cluster ?? textAt(context, "context", "cluster");
  const cluster = at(named(config, "clusters", name), "cluster");
  return isMap(cluster) ? cluster : undefined;
}

function dataOrFile(settings: PropertyMap, name: string): Buffer | undefined {
  const data = textAt(settings, `${name}-data`);
  if (data !== "") return Buffer.from(data, "base64");
  const path = textAt(settings, name);
  return path === "" ? undefined : readFileSync(path);
}

function tokenOf(user: PropertyMap): string | undefined {
  for (const unsupported of ["exec", "auth-provider", "username"]) {
    if (unsupported in user) {
      throw new Error(
        `KECS's lab stand-in cannot use a kubeconfig with "${unsupported}" credentials, ` +
          "only with client certificates or tokens",
      );
    }
  }
  const path = textAt(user, "tokenFile");
  return textAt(user, "token") || (path === "" ? undefined : readFileSync(path, "utf8").trim());
}

/** The connection that a kubeconfig's current context, or the one that is asked for, describes. */
export function connectionOf(config: PropertyMap, overrides: KubeconfigOverrides): Connection {
  const contextName = overrides.context ?? textAt(config, "current-context");
  const context = mapAt(named(config, "contexts", contextName), "context");
  const cluster = activeCluster(config, overrides);
  if (cluster === undefined) {
    throw new Error(`the kubeconfig has no cluster for the context "${contextName}"`);
  }
  const user = mapAt(named(config, "users", textAt(context, "user")), "user");
  return {
    server: textAt(cluster, "server"),
    namespace: textAt(context, "namespace"),
    ca: dataOrFile(cluster, "certificate-authority"),
    certificate: dataOrFile(user, "client-certificate"),
    key: dataOrFile(user, "client-key"),
    token: tokenOf(user),
    skipVerify: at(cluster, "insecure-skip-tls-verify") === true,
    serverName: textAt(cluster, "tls-server-name") || undefined,
  };
}
