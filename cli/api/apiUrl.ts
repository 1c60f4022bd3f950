/** Where an instance's API answers: a name like `x.localhost` fails in Python's resolver. */
export function apiUrl({ port }: { readonly port: number }): string {
  return `http://127.0.0.1:${port}`;
}
