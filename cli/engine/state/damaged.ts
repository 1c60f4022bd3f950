import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
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

/** The state of a stack that Pulumi cannot read, and what is left of it. */
export interface DamagedState {
  /** The file that is damaged: the state itself, or what Pulumi notes of that file beside it. */
  readonly file: string;
  /** What takes its place: the newest copy that can be read, or nothing. */
  readonly backup: string | undefined;
}

/** Pulumi's notes of a file, without which it reads the file as well. */
const NOTES = ".attrs";

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
  if (file === undefined) return undefined;
  if (isState(file)) {
    const notes = `${file}${NOTES}`;
    return existsSync(notes) && !isJson(notes) ? { file: notes, backup: undefined } : undefined;
  }
  return { file, backup: [`${file}.bak`, ...backupsOf(env, project, name)].find(isState) };
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
  rmSync(`${file}${NOTES}`, { force: true });
  const what = `the state of stack ${stack} is damaged: ${file} is kept as ${aside}`;
  if (backup !== undefined) {
    copyFileSync(backup, file);
    return `${what}, and its copy ${backup} takes its place`;
  }
  return file.endsWith(NOTES)
    ? `${what}, and not needed`
    : `${what}, and there is no copy of it: looking at what is there`;
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

function isState(file: string): boolean {
  const state = read(file);
  return typeof state === "object" && state !== null && "checkpoint" in state;
}

function isJson(file: string): boolean {
  return read(file) !== undefined;
}

/** What a JSON file holds; undefined where it cannot be read. */
function read(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    const text = file.includes(".json.gz") && !file.endsWith(NOTES) ? gunzipSync(bytes) : bytes;
    return parseJson<unknown>(text.toString(), file);
  } catch {
    return undefined;
  }
}
