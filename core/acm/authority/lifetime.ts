/** From when until when a certificate is valid; both moments belong to it. */
export interface Lifetime {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
const AUTHORITY_YEARS = 10;
/** Clients refuse server certificates that are valid for longer than 398 days. */
const LEAF_DAYS = 397;
/** A certificate with less than that left is made anew. */
const RENEWAL_DAYS = 30;
/** Clocks of virtual machines go wrong. */
const BACKDATED = 3600 * SECOND;

/** X.509 counts in whole seconds. */
function wholeSecond(time: number): Date {
  return new Date(Math.floor(time / SECOND) * SECOND);
}

export function authorityLifetime(now: Date): Lifetime {
  const notBefore = wholeSecond(now.getTime() - BACKDATED);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + AUTHORITY_YEARS);
  return { notBefore, notAfter };
}

/** A leaf never outlives its authority: nobody would trust it then. */
export function leafLifetime(now: Date, authorityEnd: Date): Lifetime {
  const notBefore = wholeSecond(now.getTime() - BACKDATED);
  const end = Math.min(notBefore.getTime() + LEAF_DAYS * DAY - SECOND, authorityEnd.getTime());
  return { notBefore, notAfter: wholeSecond(end) };
}

/** Whether a leaf is to be kept: it has a month left, or a new one would end no later. */
export function isFresh(leaf: Lifetime, now: Date, authorityEnd: Date): boolean {
  if (leaf.notBefore > now || leaf.notAfter <= now) return false;
  const left = leaf.notAfter.getTime() - now.getTime();
  return left >= RENEWAL_DAYS * DAY || leafLifetime(now, authorityEnd).notAfter <= leaf.notAfter;
}
