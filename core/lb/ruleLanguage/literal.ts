/** What a raw literal of Go cannot hold, or would drop. */
const NOT_RAW = /[`\p{Cc}\p{Cs}\ufeff]/u;

/**
 * A value as a literal of Traefik's rule language, which is that of Go; nothing in it can end the
 * literal. Kubernetes takes no half of a surrogate pair, so such a half becomes U+FFFD.
 */
export function literal(value: string): string {
  if (!NOT_RAW.test(value)) return `\`${value}\``;
  return JSON.stringify(value.replace(/\p{Cs}/gu, "\ufffd")).replaceAll("\ufeff", "\\ufeff");
}
