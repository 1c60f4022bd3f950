const PLAIN = /^[\w@%+=:,./-]+$/;

/** A text in single quotes, whatever is in it: a shell takes it as one word and as it is. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text as a word of a command line that people read and copy: in quotes where it needs them. */
export function shellQuote(text: string): string {
  return PLAIN.test(text) ? text : singleQuoted(text);
}
