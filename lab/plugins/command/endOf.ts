/** The names that Go, and so the real provider, gives to signals. */
const signalNames: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: "aborted",
  SIGHUP: "hangup",
  SIGINT: "interrupt",
  SIGKILL: "killed",
  SIGPIPE: "broken pipe",
  SIGSEGV: "segmentation fault",
  SIGTERM: "terminated",
};

/** The words that Go has for errors of the system. */
const errorTexts: Readonly<Record<string, string>> = {
  E2BIG: "argument list too long",
  EACCES: "permission denied",
  ENOENT: "no such file or directory",
};

/** Why a program could not be started. */
export function startFailure(program: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT" && !program.includes("/")) {
    return `exec: "${program}": executable file not found in $PATH`;
  }
  return `fork/exec ${program}: ${errorTexts[error.code ?? ""] ?? error.message}`;
}

/** Why a command counts as failed, if it does. */
export function endOf(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  if (signal !== null) return `signal: ${signalNames[signal] ?? signal}`;
  return code === 0 ? undefined : `exit status ${String(code)}`;
}
