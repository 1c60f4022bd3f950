import type { Shape } from "./model";

const LONGEST = 256;

/** A value as AWS's messages show it, with a space before; nothing for what is secret or composed. */
export function shown(value: unknown, { sensitive }: Shape): string {
  if (sensitive === true) return "";
  const text = Array.isArray(value)
    ? value.every(isSimple) && `[${value.join(", ")}]`
    : isSimple(value) && String(value);
  if (text === false) return "";
  return ` '${text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text}'`;
}

function isSimple(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
