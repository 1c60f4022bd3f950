const LONGEST = 120;

/** A text in quotes, in one line, and not too long for it. */
export function quoted(text: string): string {
  const whole = text.replace(/\p{Cc}/gu, " ");
  return `"${whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole}"`;
}
