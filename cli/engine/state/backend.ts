import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../../../components/internal/parseJson";
import type { Project } from "../../project/project";
import { closeStateFolder, isOwnBackend, ownBackendUrl, stateFolder } from "./ownBackend";
import { ensurePassphrase, passphraseFile, passphraseFor, type Passphrase } from "./ownPassphrase";
import { stackSalt } from "./stackSalt";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the stack's state is kept, and what KECS adds to the environment for it. */
export interface Backend {
  /** Who chose it, in words. */
  readonly chosenBy: string;
  /** Variables that the user's own settings do not already give. */
  readonly additions: Readonly<Record<string, string>>;
}

/** What of the outside decides about the backend. */
export interface Surroundings {
  readonly env: Variables;
  /** The backend that the project names. */
  readonly projectBackend: string | undefined;
  /** The backend that the user is logged in to. */
  readonly login: string | undefined;
  /** The stack's passphrase; asked for where KECS chooses it. */
  readonly passphrase: () => Passphrase;
}

/**
 * The user's own backend where there is any, with nothing added to it: its passphrase is the user's
 * affair. Else files in the user's home, with the passphrase that the stack was made with.
 */
export function chooseBackend({ env, projectBackend, login, passphrase }: Surroundings): Backend {
  const set = (name: string): boolean => (env[name] ?? "") !== "";
  const own = (): Backend => ({
    chosenBy: "kecs",
    additions: { PULUMI_BACKEND_URL: ownBackendUrl(env), ...variablesOf(env, passphrase) },
  });
  // What `kecs env` exported for another stack is no choice of the user's.
  if (isOwnBackend(env) && env["PULUMI_CONFIG_PASSPHRASE_FILE"] === passphraseFile(env)) {
    return own();
  }
  if (set("PULUMI_BACKEND_URL")) return { chosenBy: "PULUMI_BACKEND_URL", additions: {} };
  if (projectBackend !== undefined) return { chosenBy: "Pulumi.yaml", additions: {} };
  if (login !== undefined) return { chosenBy: "pulumi login", additions: {} };
  if (set("PULUMI_ACCESS_TOKEN")) return { chosenBy: "PULUMI_ACCESS_TOKEN", additions: {} };
  return own();
}

function variablesOf(env: Variables, passphrase: () => Passphrase): Record<string, string> {
  const file = env["PULUMI_CONFIG_PASSPHRASE_FILE"];
  const isUsers = file !== undefined && file !== passphraseFile(env);
  if (env["PULUMI_CONFIG_PASSPHRASE"] !== undefined || isUsers) return {};
  const found = passphrase();
  switch (found.kind) {
    case "file":
      return { PULUMI_CONFIG_PASSPHRASE_FILE: found.file };
    case "empty":
      return { PULUMI_CONFIG_PASSPHRASE: "" };
    case "unknown":
      return {};
  }
}

/** The backend for a stack, as this machine has it. */
export function backendFor(env: Variables, project: Project, stack: string): Backend {
  return chooseBackend({
    env,
    projectBackend: project.backend,
    login: currentLogin(env),
    passphrase: () => passphraseFor(env, stackSalt(env, project, stack)),
  });
}

/** The backend that the user is logged in to, if any. */
export function currentLogin(env: Variables): string | undefined {
  const file = join(credentialsFolder(env), "credentials.json");
  if (!existsSync(file)) return undefined;
  try {
    const { current } = parseJson<{ readonly current?: unknown }>(readFileSync(file, "utf8"), file);
    return typeof current === "string" && current !== "" ? current : undefined;
  } catch {
    // Pulumi reports a file that it cannot read better than KECS would.
    return undefined;
  }
}

/** Puts the additions in place; returns the line that says so, if KECS chose the backend. */
export function useBackend(
  env: NodeJS.ProcessEnv,
  { chosenBy, additions }: Backend,
): string | undefined {
  const isNews = Object.entries(additions).some(([name, value]) => env[name] !== value);
  Object.assign(env, additions);
  if (isOwnBackend(env)) closeStateFolder(env);
  const file = additions["PULUMI_CONFIG_PASSPHRASE_FILE"];
  if (file !== undefined) ensurePassphrase(file);
  if (chosenBy !== "kecs" || !isNews) return undefined;
  return `state is kept in ~/.pulumi${howText(additions)} (no account; set PULUMI_BACKEND_URL for another place)`;
}

function howText(additions: Backend["additions"]): string {
  if (additions["PULUMI_CONFIG_PASSPHRASE_FILE"] !== undefined)
    return " with a passphrase of its own";
  return additions["PULUMI_CONFIG_PASSPHRASE"] === "" ? " with an empty passphrase" : "";
}

function credentialsFolder(env: Variables): string {
  const credentials = env["PULUMI_CREDENTIALS_PATH"] ?? "";
  if (credentials !== "") return credentials;
  const own = env["PULUMI_HOME"] ?? "";
  return own === "" ? stateFolder(env) : own;
}
