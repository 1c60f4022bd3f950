/** Paths into properties, written the way the engine writes and reads them. */
export type PropertyPath = (string | number)[];

export function formatPath(path: PropertyPath): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/^[^."[\]]+$/.test(part)) text += text === "" ? part : `.${part}`;
    else text += `["${part.replaceAll('"', '\\"')}"]`;
  }
  return text;
}

const partPattern = /\.?([^."[\]]+)|\[(\d+|\*)\]|\["((?:[^"\\]|\\.)*)"\]/gy;

export function parsePath(text: string): PropertyPath {
  const path: PropertyPath = [];
  for (const match of text.matchAll(partPattern)) {
    const [, name, index, quoted] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(index === "*" ? "*" : Number(index));
    else path.push((quoted ?? "").replaceAll('\\"', '"'));
  }
  return path;
}

/** Whether a path lies at or below another, in which "*" stands for any one step. */
export function pathContains(outer: PropertyPath, inner: PropertyPath): boolean {
  return (
    outer.length <= inner.length &&
    outer.every((part, index) => part === "*" || part === inner[index])
  );
}
