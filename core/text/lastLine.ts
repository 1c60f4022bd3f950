/** The last line that a program wrote: the reason, as most of them end. Empty where it wrote none. */
export function lastLine(output: string): string {
  return output.trim().split(/\r?\n/).at(-1) ?? "";
}
