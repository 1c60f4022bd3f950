import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run, type RunResult } from "../../cluster/process/run";

/** A line of shell to run when the command line of a program begins with `when`. */
export interface Answer {
  readonly when: string;
  readonly then: string;
}

/** What `docker cp … -` prints of a file that holds a text. */
export function archiveOf(text: string): string {
  return `echo '${text}' >"$TMPDIR/file"; tar -cf - -C "$TMPDIR" file; rm "$TMPDIR/file"`;
}

export interface ScriptRun extends RunResult {
  /** Every command line that the fakes were called with. */
  readonly calls: readonly string[];
  /** What KUBECONFIG was in each of these calls. */
  readonly kubeconfigs: readonly string[];
  /** What was on the standard input of the calls that had one, by their command lines. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What it left in the folder of temporary files. */
  readonly scratch: readonly string[];
  /** What is in KECS's cache folder afterwards. */
  readonly cache: readonly string[];
}

/**
 * Runs a shell script with programs in the place of the real ones. Each fake notes its command
 * line and gives the first answer that fits, else it succeeds silently.
 *
 * @param files what is in KECS's cache folder beforehand
 */
export async function runScript(
  script: string,
  programs: Readonly<Record<string, readonly Answer[]>>,
  env: Readonly<Record<string, string>>,
  stdin = "",
  files: Readonly<Record<string, string>> = {},
): Promise<ScriptRun> {
  const folder = mkdtempSync(join(tmpdir(), "kecs-script-"));
  try {
    const bin = install(programs, folder, noteInput(folder));
    const scratch = join(folder, "tmp");
    mkdirSync(scratch);
    const cache = join(folder, "cache");
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cache, name)), { recursive: true });
      writeFileSync(join(cache, name), text);
    }
    const result = await run(["/bin/sh", "-c", script], {
      env: {
        PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
        TMPDIR: scratch,
        KUBECONFIG: join(folder, "the-users-own"),
        KECS_CACHE_DIR: cache,
        ...env,
      },
      stdin,
    });
    return {
      ...result,
      stderr: result.stderr.replaceAll(folder, ""),
      calls: lines(join(folder, "calls")),
      kubeconfigs: lines(join(folder, "kubeconfigs")).map((line) => line.replace(folder, "")),
      inputs: inputsOf(folder),
      scratch: readdirSync(scratch),
      cache: existsSync(cache) ? readdirSync(cache, { recursive: true }).map(String).sort() : [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does work with programs in the place of the real ones; returns their command lines. */
export async function withPrograms(
  programs: Readonly<Record<string, readonly Answer[]>>,
  work: () => Promise<void>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "kecs-programs-"));
  const path = process.env["PATH"] ?? "";
  try {
    process.env["PATH"] = `${install(programs, folder, [])}${delimiter}${path}`;
    await work();
    return lines(join(folder, "calls"));
  } finally {
    process.env["PATH"] = path;
    rmSync(folder, { recursive: true, force: true });
  }
}

function install(
  programs: Readonly<Record<string, readonly Answer[]>>,
  folder: string,
  first: readonly string[],
): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [program, answers] of Object.entries(programs)) {
    writeFileSync(join(bin, program), fake(program, answers, folder, first));
    chmodSync(join(bin, program), 0o755);
  }
  writeFileSync(join(folder, "calls"), "");
  writeFileSync(join(folder, "kubeconfigs"), "");
  return bin;
}

/** Shell that keeps what a call has to read: only those with -i or a configuration file do. */
function noteInput(folder: string): string[] {
  return [
    'case "$line" in',
    `  *" exec -i "*) printf '%s\\t%s\\n' "$line" "$(cat)" >>${folder}/inputs ;;`,
    `  *" --config "*) eval file=\\\${$#}; printf '%s\\t%s\\n' "k3d cluster create" "$(cat "$file")" >>${folder}/inputs ;;`,
    "esac",
  ];
}

function fake(
  program: string,
  answers: readonly Answer[],
  folder: string,
  first: readonly string[],
): string {
  const cases = answers.map(({ when, then }) => `  ${quoted(`${program} ${when}`)}*) ${then} ;;`);
  return [
    "#!/bin/sh",
    `line="${program} $*"`,
    `printf '%s\\n' "$line" >>${folder}/calls`,
    `printf '%s\\n' "$KUBECONFIG" >>${folder}/kubeconfigs`,
    ...first,
    'case "$line" in',
    ...cases,
    "esac",
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function lines(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

function inputsOf(folder: string): Record<string, string> {
  try {
    return Object.fromEntries(
      lines(join(folder, "inputs")).map((line) => line.split("\t") as [string, string]),
    );
  } catch {
    return {};
  }
}
