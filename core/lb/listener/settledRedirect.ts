import { problem, type Issue } from "../../validate";
import { comparedHost, fitsHost } from "../request/host";
import { isHere, type RedirectingListener } from "../actions/redirect/location";
import type { Redirect } from "../model";

/**
 * A redirect of a listener whose routes were made. Its Location has the local ports of what was known
 * then: of what comes later it would have AWS's port, at which nobody answers here.
 */
export interface SettledRedirect {
  /** How errors call the listener or rule that redirects. */
  readonly path: string;
  /** The same of the listener. */
  readonly listenerPath: string;
  readonly action: Redirect;
  readonly listener: RedirectingListener;
}

const TOGETHER = "make both without an await between them";

/** Whether it leads into this instance at a port of which it knows no local one. */
export function asksUnknownPort({ action: { host, port }, listener }: SettledRedirect): boolean {
  if (isFilled(port) || listener.portMap[port] !== undefined) return false;
  return isFilled(host) || isHere(host, "", listener);
}

/** The issues of a listener that redirects of its load balancer name by its port. */
export function latePort(
  redirects: readonly SettledRedirect[],
  { port, localPort }: { readonly port: number; readonly localPort: number },
  path: string,
): Issue[] {
  if (port === localPort) return [];
  return redirects
    .filter((redirect) => redirect.action.port === String(port) && asksUnknownPort(redirect))
    .slice(0, 1)
    .map((redirect) =>
      late(
        `port "${port}"`,
        redirect,
        `${path}.port`,
        `write it as a plain value, and ${TOGETHER}`,
      ),
    );
}

/**
 * The issues of a host, or of a pattern, that redirects of other load balancers name.
 *
 * @param otherwise another way out than to make both at once
 */
export function lateHost(
  redirects: readonly SettledRedirect[],
  host: string,
  path: string,
  otherwise?: string,
): Issue[] {
  return redirects
    .filter((redirect) => missesHost(redirect, host))
    .slice(0, 1)
    .map((redirect) =>
      late(
        `"${host}"`,
        redirect,
        path,
        otherwise === undefined ? TOGETHER : `${TOGETHER}, or ${otherwise}`,
      ),
    );
}

function missesHost({ action, listener }: SettledRedirect, host: string): boolean {
  const port = isFilled(action.port) ? String(listener.port) : action.port;
  const isTranslated = String(listener.portMap[port] ?? port) !== port;
  if (!isTranslated || isFilled(action.host) || isHere(action.host, "", listener)) return false;
  return fitsHost(host, comparedHost(action.host));
}

/** Whether a part of the request is filled in. */
function isFilled(text: string): boolean {
  return text.includes("#{");
}

function late(
  what: string,
  { path: owner, listenerPath }: SettledRedirect,
  path: string,
  hint: string,
): Issue {
  const who = owner === listenerPath ? "which redirects to it" : `where ${owner} redirects to it`;
  const message = `${what} is only known after the routes of ${listenerPath}, ${who}, were made`;
  return problem("KECS1013", path, message, hint);
}
