const KINDS = ["CMD", "CMD-SHELL", "NONE"];

/** Whether a word in front of a health check's command says how it is run. */
export function isKind(word: string): boolean {
  return KINDS.includes(word);
}

/** What a container runs to check itself; undefined where it is not to be checked. */
export function healthCommand(command: readonly string[]): readonly string[] | undefined {
  const [kind = "NONE", ...rest] = command;
  if (kind === "NONE") return undefined;
  if (kind === "CMD-SHELL") return ["/bin/sh", "-c", rest.join(" ")];
  return isKind(kind) ? rest : command;
}
