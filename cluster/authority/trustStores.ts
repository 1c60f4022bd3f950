import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { SystemStore, TrustMachine } from "./trustCommands";
import { bundleHolds } from "./authorityFacts";

type Variables = Readonly<Record<string, string | undefined>>;

/** What Linux distributions make of all authorities that they trust. */
const BUNDLES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

/** Which stores this machine has. */
export function getTrustMachine(env: Variables, home: string): TrustMachine {
  const has = (program: string): boolean => onPath(env, program);
  const system = systemStore(process.platform, has);
  return {
    ...(system === undefined ? {} : { system }),
    sudo: process.getuid?.() !== 0,
    home,
    nssFolders: has("certutil") ? nssFolders(home) : [],
  };
}

export function systemStore(
  platform: NodeJS.Platform,
  has: (program: string) => boolean,
): SystemStore | undefined {
  if (platform === "darwin") return has("security") ? "macos" : undefined;
  if (has("update-ca-certificates")) return "debian";
  return has("trust") ? "p11-kit" : undefined;
}

/** Whether the system trusts it; undefined where that is unknown. */
export function isTrusted(pem: string): boolean | undefined {
  const found = BUNDLES.filter((bundle) => existsSync(bundle));
  return found.length === 0
    ? undefined
    : found.some((bundle) => bundleHolds(readFileSync(bundle, "utf8"), pem));
}

/** The folders below a home with a certificate database of Chrome or of a profile of Firefox. */
export function nssFolders(home: string): string[] {
  const profiles = [
    ".mozilla/firefox",
    "snap/firefox/common/.mozilla/firefox",
    "Library/Application Support/Firefox/Profiles",
  ].flatMap((parent) => foldersIn(join(home, parent)));
  return [join(home, ".pki/nssdb"), ...profiles].filter((folder) =>
    existsSync(join(folder, "cert9.db")),
  );
}

function foldersIn(parent: string): string[] {
  try {
    return readdirSync(parent)
      .sort()
      .map((name) => join(parent, name));
  } catch {
    return [];
  }
}

function onPath(env: Variables, program: string): boolean {
  // Some shells of Debian leave the administrator's programs out, which sudo finds all the same.
  const folders = [...(env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => folder !== "" && existsSync(join(folder, program)));
}
