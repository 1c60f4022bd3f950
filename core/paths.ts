/** Whether a path such as `a.b[0].c` is one of those roots or lies below one; "" is above all. */
export function isWithin(path: string, roots: readonly string[]): boolean {
  return roots.some(
    (root) =>
      root === "" || path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`),
  );
}
