import { currentLogin } from "../../../cluster/machine/backendIdentity";
import type { Project } from "../../project/project";
import { isBackendMarked } from "./marker";
import { closeStateFolder, home, isOwnBackend, ownBackendUrl } from "./ownBackend";
import { ensurePassphrase, passphraseFile, passphraseFor, type Passphrase } from "./ownPassphrase";
import { ownVariables, usersVariables, type Change } from "./passphraseVariables";
import { isSaltOf } from "./salt";
import { saltOfFile, stackSalt } from "./stackSalt";

type Variables = Readonly<Record<string, string | undefined>>;

/** Each update keeps a copy of the state, which is a tenth as large so; Pulumi reads either. */
const COMPRESSED = { PULUMI_DIY_BACKEND_GZIP: "true" } as const;

/** Where the stack's state is kept, and what KECS changes of the environment for it. */
export interface Backend extends Change {
  /** Who chose it, in words. */
  readonly chosenBy: string;
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
  /** Whether the stack's file was encrypted with the empty passphrase; asked for a user's backend. */
  readonly isEmpty: () => boolean;
}

/**
 * The user's own backend where there is any: its passphrase is the user's affair, but for a stack
 * that has the empty one. Else files in the user's home, with the passphrase the stack was made with.
 */
export function chooseBackend(surroundings: Surroundings): Backend {
  const { env, projectBackend, login, passphrase, isEmpty } = surroundings;
  const set = (name: string): boolean => (env[name] ?? "") !== "";
  const own = (): Backend => {
    const { additions, removals } = ownVariables(env, passphrase);
    const place = { PULUMI_BACKEND_URL: ownBackendUrl(env), ...COMPRESSED };
    return { chosenBy: "kecs", additions: { ...place, ...additions }, removals };
  };
  const users = (chosenBy: string): Backend => ({ chosenBy, ...usersVariables(env, isEmpty) });
  // What `kecs env` exported for another stack is no choice of the user's. Before there was a mark,
  // the file of the passphrase said so.
  const isMarked =
    isBackendMarked(env) || env["PULUMI_CONFIG_PASSPHRASE_FILE"] === passphraseFile(env);
  if (isOwnBackend(env) && isMarked) return own();
  if (set("PULUMI_BACKEND_URL")) return users("PULUMI_BACKEND_URL");
  if (projectBackend !== undefined) return users("Pulumi.yaml");
  if (login !== undefined) return users("pulumi login");
  if (set("PULUMI_ACCESS_TOKEN")) return users("PULUMI_ACCESS_TOKEN");
  return own();
}

/** The backend for a stack, as this machine has it. */
export function backendFor(env: Variables, project: Project, stack: string): Backend {
  return chooseBackend({
    env,
    projectBackend: project.backend,
    login: currentLogin(env, home(env)),
    passphrase: () => passphraseFor(env, stackSalt(env, project, stack)),
    isEmpty: () => isSaltOf(saltOfFile(project, stack) ?? "", ""),
  });
}

/** Changes the environment; returns the line that says so, if KECS chose the backend. */
export function useBackend(
  env: NodeJS.ProcessEnv,
  { chosenBy, additions, removals }: Backend,
): string | undefined {
  const isNews = Object.entries(additions).some(([name, value]) => env[name] !== value);
  Object.assign(env, additions);
  for (const name of removals) Reflect.deleteProperty(env, name);
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
