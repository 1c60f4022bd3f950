import { isEmptyMarked, MARKER, type Mark } from "./marker";
import { passphraseFile, type Passphrase } from "./ownPassphrase";

type Variables = Readonly<Record<string, string | undefined>>;

/** What becomes of the environment. */
export interface Change {
  readonly additions: Readonly<Record<string, string>>;
  /** Variables of another stack, which must not hold for this one. */
  readonly removals: readonly string[];
}

const TEXT = "PULUMI_CONFIG_PASSPHRASE";
const FILE = "PULUMI_CONFIG_PASSPHRASE_FILE";
const marked = (mark: Mark) => ({ [MARKER]: mark });

/** For a stack of KECS's own backend: the user's passphrase, else the one the stack was made with. */
export function ownVariables(env: Variables, passphrase: () => Passphrase): Change {
  if (hasUsersText(env)) return { additions: marked("backend"), removals: [] };
  const file = env[FILE];
  // Pulumi reads no file where there is a passphrase, be it empty.
  if (file !== undefined && file !== passphraseFile(env)) {
    return { additions: marked("backend"), removals: [TEXT] };
  }
  const found = passphrase();
  switch (found.kind) {
    case "file":
      return { additions: { ...marked("own"), [FILE]: found.file }, removals: [TEXT] };
    case "empty":
      return { additions: { ...marked("own"), [TEXT]: "" }, removals: [FILE] };
    case "unknown":
      return { additions: marked("own"), removals: [TEXT, FILE] };
  }
}

/**
 * For a stack of the user's backend: nothing, but where its file was encrypted with the empty
 * passphrase already and the user says no other: then nothing is less safe with it.
 */
export function usersVariables(env: Variables, isEmpty: () => boolean): Change {
  if (!hasUsersText(env) && env[FILE] === undefined && isEmpty()) {
    return { additions: { ...marked("passphrase"), [TEXT]: "" }, removals: [] };
  }
  return { additions: {}, removals: isEmptyMarked(env) ? [MARKER, TEXT] : [] };
}

function hasUsersText(env: Variables): boolean {
  return env[TEXT] !== undefined && !isEmptyMarked(env);
}
