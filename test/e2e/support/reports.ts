/** What the tests read of the JSON documents of `kecs`; docs/cli.md has all of them. */
export interface StartReport {
  readonly instance: string;
  readonly changed: boolean;
  readonly listeners: readonly ListenerReport[];
}

export interface ListenerReport {
  readonly alb: string;
  readonly port: number;
  readonly url: string;
  readonly address: string;
  readonly hostHeader: string;
  readonly curl: string;
  readonly status: number | null;
  readonly targets: { readonly healthy: number; readonly desired: number } | null;
}

export interface StatusReport {
  readonly cluster: { readonly state: string };
  readonly traefik: string;
  readonly listeners: readonly ListenerReport[];
}

/** The listener on a port, which has to be there. */
export function listenerOn(
  report: { readonly listeners: readonly ListenerReport[] },
  port: number,
): ListenerReport {
  const found = report.listeners.find((listener) => listener.port === port);
  if (found === undefined) throw new Error(`no listener on port ${port}`);
  return found;
}
