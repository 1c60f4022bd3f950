import type { Request } from "../../../core/lb/model";

/** A request as it is to be sent; where it seems to come from, only the cluster can tell. */
export interface Wire extends Omit<Request, "sourceIp"> {
  /** Sent with its length, unless a header gives one; absent for none. */
  readonly body?: string;
  /** The server name of a TLS connection, where it is not the host. */
  readonly serverName?: string;
  readonly client?: ClientCertificate;
}

/** PEM texts. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly key: string;
}

export const PATIENCE_MS = 30_000;

/** The host without its port, which is what TLS knows. */
export function serverNameOf({ serverName, host }: Wire): string {
  return serverName ?? (host ?? "").replace(/:\d*$/, "");
}
