/** Results go to stdout, everything else to stderr. */
export function printResult(text: string): void {
  console.log(text);
}

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

export function printNote(text: string): void {
  console.error(text);
}
