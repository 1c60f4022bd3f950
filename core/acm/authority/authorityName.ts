/** The longest common name that X.509 allows (RFC 5280, appendix A.1). */
export const MAX_COMMON_NAME = 64;

/** By which people find the authority in their trust stores: whose it is, and on which machine. */
export function authorityName(user: string, host: string): string {
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, "-");
  return `KECS local CA ${plain(user)}@${plain(host)}`.slice(0, MAX_COMMON_NAME);
}
