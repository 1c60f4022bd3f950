import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { parseJson } from "../../core/validate/parseJson";

type Variables = Readonly<Record<string, string | undefined>>;

const CLOUD = "https://api.pulumi.com";

/**
 * Where a stack's state is kept, as a name: what Pulumi itself would choose for a folder, without
 * user, password and query. The command and the program of a stack find the same.
 */
export function backendIdentity(env: Variables, folder: string, home = homedir()): string {
  const project = projectFolder(folder);
  const url =
    text(env["PULUMI_BACKEND_URL"]) ??
    projectBackend(project) ??
    currentLogin(env, home) ??
    (text(env["PULUMI_ACCESS_TOKEN"]) === undefined ? `file://${home}` : CLOUD);
  return plainUrl(url, project ?? folder, home);
}

/** A backend's URL without what is secret or says nothing of the place. */
export function plainUrl(url: string, folder: string, home: string): string {
  if (url.startsWith("file://")) {
    const path = (url.slice("file://".length).split("?")[0] ?? "").replace(/^~(?=\/|$)/, home);
    return `file://${resolve(folder, path)}`;
  }
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/)([^?#]*)/i.exec(url) ?? [];
  const place = rest.replace(/^[^/]*@/, "").replace(/\/+$/, "");
  const plain = `${scheme}${place}`;
  return plain === "https://app.pulumi.com" ? CLOUD : plain;
}

function projectFolder(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function projectBackend(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const settings = read(join(folder, "Pulumi.yaml"), (content) => parse(content) as unknown);
  const { backend } = (settings ?? {}) as { readonly backend?: { readonly url?: unknown } | null };
  return text(backend?.url);
}

/** The backend that the user is logged in to, if any: where Pulumi itself looks for it. */
export function currentLogin(env: Variables, home: string): string | undefined {
  const folder =
    text(env["PULUMI_CREDENTIALS_PATH"]) ?? text(env["PULUMI_HOME"]) ?? join(home, ".pulumi");
  const login = read(join(folder, "credentials.json"), (content) =>
    parseJson<unknown>(content, "credentials.json"),
  );
  return text(((login ?? {}) as { readonly current?: unknown }).current);
}

/** Pulumi tells better than KECS what is wrong with its files. */
function read(file: string, parseText: (content: string) => unknown): unknown {
  try {
    return parseText(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
