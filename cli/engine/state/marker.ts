type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variable that tells what of the backend's variables KECS chose, where `kecs env` exported them:
 * the others are the user's. An empty passphrase looks the same whoever set it.
 */
export const MARKER = "KECS_STATE";

/** What KECS chose: the backend with its passphrase, the backend alone, the passphrase alone. */
export type Mark = "own" | "backend" | "passphrase";

export function isBackendMarked(env: Variables): boolean {
  return env[MARKER] === "own" || env[MARKER] === "backend";
}

/** Whether there is an empty passphrase that KECS exported, for whichever stack. */
export function isEmptyMarked(env: Variables): boolean {
  const isMarked = env[MARKER] === "own" || env[MARKER] === "passphrase";
  return isMarked && env["PULUMI_CONFIG_PASSPHRASE"] === "";
}
