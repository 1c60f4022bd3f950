/** What a token of ours begins with, so that nothing else is taken for one. */
const MARK = "kecs:";

/** A token that says after which item the next part of a list begins. */
export function tokenOf(key: string): string {
  return Buffer.from(`${MARK}${key}`).toString("base64url");
}

/** What a token says; undefined for one that was not given out here. */
export function keyIn(token: string): string | undefined {
  const text = Buffer.from(token, "base64url").toString();
  const key = text.slice(MARK.length);
  return text.startsWith(MARK) && tokenOf(key) === token ? key : undefined;
}
