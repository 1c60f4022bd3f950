import { lowerCase } from "./wildcard";

/** Header lines in the order in which they are sent. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** The values of every line of a name; a list with commas is one value. */
export function valuesOf(headers: Headers, name: string): string[] {
  return headers.filter(named(name)).map(([, value]) => value.trim());
}

/** The lines without those of some names. */
export function without(headers: Headers, ...names: readonly string[]): Headers {
  return headers.filter(([name]) => !names.some((each) => lowerCase(each) === lowerCase(name)));
}

/** The lines with one line of a name in the place of any others. */
export function replaced(headers: Headers, name: string, value: string): Headers {
  return [...without(headers, name), [name, value]];
}

/** The lines whose names hold nothing but letters, digits and hyphens. */
export function withValidNames(headers: Headers): Headers {
  return headers.filter(([name]) => /^[-A-Za-z0-9]+$/.test(name));
}

/**
 * The lines but for those that say who the client is by its certificate, under their names or with
 * underscores for hyphens: only the load balancer can vouch for that.
 */
export function withoutClientCertificate(headers: Headers): Headers {
  return headers.filter(([name]) => !CLIENT_CERTIFICATE.test(name));
}

const CLIENT_CERTIFICATE = /^x[-_](amzn[-_]mtls[-_]|forwarded[-_]tls[-_]client[-_]cert)/i;

function named(wanted: string): (line: readonly [string, string]) => boolean {
  return ([name]) => lowerCase(name) === lowerCase(wanted);
}
