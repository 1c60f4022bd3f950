/**
 * The command line of a Command whose script is in its environment. The provider puts the command
 * line in front of what a failed command said, so it has to be short; and deleting takes both out of
 * the state, so they fit each other for ever.
 *
 * @param variable that holds the script; without it the command fails
 */
export function commandLine(variable: string): string {
  return `eval "\${${variable}:?}"`;
}
