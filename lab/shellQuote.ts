/** A text in single quotes, whatever is in it: a shell takes it as one word and as it is. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
