import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { shellQuote } from "../../../core/text/shellQuote";
import { KecsError, problem } from "../../../core/validate";
import { parseJson } from "../../../core/validate/parseJson";
import { fileName } from "../../project/chooseStack";
import { isOwnBackend, stateFolder } from "./ownBackend";

type Variables = Readonly<Record<string, string | undefined>>;

/** Compressed as Pulumi writes it where KECS chose the backend, and as it writes it elsewhere. */
const EXTENSIONS = [".json.gz", ".json"] as const;

/** The state of a stack that no program can read, and what is left of it. */
export interface DamagedState {
  readonly file: string;
  /** The newest copy that can be read. */
  readonly backup: string | undefined;
}

/**
 * The file with a stack's state, where it is cut or empty: a disk was full, or the machine went down
 * while Pulumi wrote it. Looks at KECS's own backend alone.
 */
export function damagedState(
  env: Variables,
  project: string,
  stack: string,
): DamagedState | undefined {
  if (!isOwnBackend(env)) return undefined;
  const folder = join(stateFolder(env), "stacks", project);
  const name = fileName(stack);
  const file = EXTENSIONS.map((end) => join(folder, `${name}${end}`)).find(existsSync);
  if (file === undefined || isReadable(file)) return undefined;
  return { file, backup: [`${file}.bak`, ...backupsOf(env, project, name)].find(isReadable) };
}

/** @throws KecsError KECS3022 where the stack's state is damaged */
export function refuseDamaged(env: Variables, project: string, stack: string): void {
  const damaged = damagedState(env, project, stack);
  if (damaged === undefined) return;
  throw new KecsError([
    problem(
      "KECS3022",
      damaged.file,
      `the state of stack ${stack} is damaged: it ends in the middle`,
      `make room on the disk; then kecs start --stack ${shellQuote(stack)} puts a copy in its place, and kecs destroy removes the instance`,
    ),
  ]);
}

/**
 * Puts the newest copy in the place of a damaged state; without one the stack begins anew, and takes up
 * what is in the cluster. The damaged file stays beside it. Returns what was done, in a line.
 */
export function mendState(env: Variables, project: string, stack: string): string | undefined {
  const damaged = damagedState(env, project, stack);
  if (damaged === undefined) return undefined;
  const { file, backup } = damaged;
  const aside = `${file}.damaged`;
  renameSync(file, aside);
  const what = `the state of stack ${stack} is damaged, and is kept as ${aside}`;
  if (backup === undefined) return `${what}; there is no copy of it: looking at what is there`;
  copyFileSync(backup, file);
  return `${what}; its copy ${backup} takes its place`;
}

/** Earlier states that Pulumi keeps, newest first. */
function backupsOf(env: Variables, project: string, name: string): string[] {
  const folder = join(stateFolder(env), "backups", project, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .sort()
    .reverse()
    .map((file) => join(folder, file));
}

function isReadable(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    const text = file.includes(".json.gz") ? gunzipSync(bytes).toString() : bytes.toString();
    const state = parseJson<unknown>(text, file);
    return typeof state === "object" && state !== null && "checkpoint" in state;
  } catch {
    return false;
  }
}
