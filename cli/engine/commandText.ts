/** How the command provider quotes the whole script of a command that failed, in one escaped line. */
const SCRIPT = /\brunning "(?:[^"\\]|\\.)*":[ \t]*\n?/gs;

/** A failure without the script that failed. */
export function withoutScript(text: string): string {
  return text.replace(SCRIPT, "\n");
}

/** Whether a failure is that of a command of the stack. */
export function isCommandFailure(text: string): boolean {
  return /\brunning "(?:[^"\\]|\\.)*":/s.test(text);
}
