import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseJson } from "../../components/internal/parseJson";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the stack's state is kept, and what KECS adds to the environment for it. */
export interface Backend {
  /** Who chose it, in words. */
  readonly chosenBy: string;
  /** Variables that the user's own settings do not already give. */
  readonly additions: Readonly<Record<string, string>>;
}

/** The user's own backend and passphrase where there are any, else files in the user's home. */
export function chooseBackend(
  env: Variables,
  projectBackend: string | undefined,
  login: string | undefined,
): Backend {
  const hasPassphrase =
    env["PULUMI_CONFIG_PASSPHRASE"] !== undefined ||
    env["PULUMI_CONFIG_PASSPHRASE_FILE"] !== undefined;
  const passphrase = hasPassphrase ? {} : { PULUMI_CONFIG_PASSPHRASE: "" };
  const set = (name: string): boolean => (env[name] ?? "") !== "";
  if (set("PULUMI_BACKEND_URL")) {
    return { chosenBy: "PULUMI_BACKEND_URL", additions: passphrase };
  }
  if (projectBackend !== undefined) return { chosenBy: "Pulumi.yaml", additions: passphrase };
  if (login !== undefined) return { chosenBy: "pulumi login", additions: passphrase };
  if (set("PULUMI_ACCESS_TOKEN")) {
    return { chosenBy: "PULUMI_ACCESS_TOKEN", additions: passphrase };
  }
  // As `pulumi login --local`, but for that Pulumi's own `~` overlooks a changed HOME.
  return {
    chosenBy: "kecs",
    additions: { PULUMI_BACKEND_URL: `file://${homedir()}`, ...passphrase },
  };
}

/** The backend that the user is logged in to, if any. */
export function currentLogin(env: Variables): string | undefined {
  const file = join(pulumiHome(env), "credentials.json");
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
export function useBackend(env: NodeJS.ProcessEnv, backend: Backend): string | undefined {
  Object.assign(env, backend.additions);
  if (backend.chosenBy !== "kecs") return undefined;
  mkdirSync(join(homedir(), ".pulumi"), { recursive: true });
  return "state is kept in ~/.pulumi with an empty passphrase (no account; set PULUMI_BACKEND_URL for another place)";
}

function pulumiHome(env: Variables): string {
  const own = env["PULUMI_HOME"] ?? "";
  return own === "" ? join(homedir(), ".pulumi") : own;
}
