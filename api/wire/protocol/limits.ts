/** What a request may be at most; AWS's largest, a task definition, is 64 KiB. */
export const MAXIMUM_BODY_BYTES = 1024 * 1024;
export const MAXIMUM_DEPTH = 32;
export const MAXIMUM_KEYS = 10_000;
