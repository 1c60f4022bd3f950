import type { RequestHead } from "./protocol/protocol";
import { Refusal } from "./protocol/refusal";

/** Every name below localhost is this machine's: clients put a bucket's in front of it. */
const LOOPBACK = /^(127\.0\.0\.1|([\w-]{1,63}\.){0,9}localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * A call of Elastic Load Balancing is a plain HTML form, so that any page in a browser could send one.
 *
 * @throws Refusal for a request that a page sends, or one to another name than this machine's own
 */
export function refuseBrowsers({ headers }: RequestHead): void {
  if (!LOOPBACK.test(headers.host ?? "")) {
    throw new Refusal(
      "accessDenied",
      "The Host is not 127.0.0.1, localhost, a name below it, or [::1].",
    );
  }
  if (headers.origin !== undefined || headers["sec-fetch-site"] !== undefined) {
    throw new Refusal("accessDenied", "KECS answers no request of a web page.");
  }
}
