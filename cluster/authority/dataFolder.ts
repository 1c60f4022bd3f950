import { homedir } from "node:os";
import { join } from "node:path";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The folder that KECS keeps what must outlive its cache in: the user's certificate authority and
 * the certificates that it issued.
 */
export function dataFolder(
  env: Variables,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const own = env["KECS_DATA_DIR"] ?? "";
  if (own !== "") return own;
  const shared = env["XDG_DATA_HOME"] ?? "";
  if (shared !== "") return join(shared, "kecs");
  return platform === "darwin"
    ? join(home, "Library", "Application Support", "kecs")
    : join(home, ".local", "share", "kecs");
}

/** The folder of the certificate authority alone. */
export function authorityFolder(env: Variables): string {
  return join(dataFolder(env), "ca");
}

/** The authority's certificate, for `curl --cacert` and the like; there once it was needed. */
export function authorityFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(authorityFolder(env), AUTHORITY_CERTIFICATE);
}

/** The folder of the certificates that the authority issued. */
export function certificatesFolder(env: Variables): string {
  return join(dataFolder(env), "certificates");
}

export const AUTHORITY_CERTIFICATE = "ca.pem";
export const AUTHORITY_KEY = "ca-key.pem";
