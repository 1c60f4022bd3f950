import { slotOf } from "../../../core/lb/listener/ports";
import type { Connection } from "../../../core/connection";

/** The local port of a listener port, by the product's own rule. */
export function localPortOf(connection: Connection, port: number): number {
  return slotOf(connection, { port }).localPort;
}

/**
 * Puts an instance's ports in the place of those that the case files assume: 8080 and 8443 for the
 * listeners 80 and 443, and those from 9000 on for the listener that the request goes to.
 */
export function withLocalPorts(text: string, connection: Connection, listener: number): string {
  return text.replace(
    /^((?:https?:\/\/)?(?:\[[^\]]*\]|[^/:?#]*)):(\d+)(?=$|[/?#])/,
    (whole, before: string, port: string) => {
      if (port === "8080") return `${before}:${connection.httpPort}`;
      if (port === "8443") return `${before}:${connection.httpsPort}`;
      return /^90\d\d$/.test(port) ? `${before}:${localPortOf(connection, listener)}` : whole;
    },
  );
}
