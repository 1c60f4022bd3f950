/** An argument as a POSIX shell takes it: as it is where that is safe, else in single quotes. */
export function shellQuote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : inQuotes(argument);
}

/** The same, in quotes always. */
export function inQuotes(argument: string): string {
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
