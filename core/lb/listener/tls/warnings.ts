import { problem, type Issue } from "../../../validate";
import { isWildcard } from "../../../hosts";
import type { Listener } from "../../model";
import { isLabelWildcard } from "../../translate/tlsRoutes";
import { DEFAULT_VERSIONS, type TlsSettings } from "./tlsOption";

/** What decides about the clients that a listener's TLS options reach. */
export interface TlsReach {
  readonly settings: Pick<TlsSettings, "versions" | "protocols" | "clientCertificates">;
  readonly hosts: Listener["hosts"];
  /** Whether the load balancer takes every host. */
  readonly catchAll: boolean;
  /** Hosts of the program's other load balancers. */
  readonly neighbours: readonly string[];
}

/**
 * The clients that TLS options do not reach, or keep out. Traefik chooses them by the server name
 * that a client sends, and knows wildcards of one label only.
 */
export function tlsWarnings(reach: TlsReach, path: string): Issue[] {
  return [...ownWildcards(reach, path), ...neighbours(reach, path)];
}

function ownWildcards({ settings, hosts, catchAll }: TlsReach, path: string): Issue[] {
  if (catchAll || !differs(settings)) return [];
  const verifies = settings.clientCertificates?.mode === "verify";
  return hosts.filter(isWildcard).map((host) => {
    const what = verifies
      ? "clients are not asked for a certificate, and get 421"
      : "they get the default TLS options, not the listener's policy, ALPN and client certificates";
    return warning(path, `${beyond(host)}: ${what}`, "add each host that is used to hostnames");
  });
}

/** Every server name that nobody has gets the options of the load balancer that takes all hosts. */
function neighbours({ catchAll, neighbours: others }: TlsReach, path: string): Issue[] {
  const lost = catchAll ? others.filter(isWildcard) : [];
  return lost.map((host) =>
    warning(
      path,
      `${beyond(host)} belong to another load balancer, but get the TLS options of this one: if both have an HTTPS listener on one port, clients get 421`,
      "add each host that is used to the other load balancer's hostnames",
    ),
  );
}

/** The hosts of a wildcard for which Traefik cannot choose options. */
function beyond(host: string): string {
  const label = isLabelWildcard(host) ? " with more than one label in place of the *" : "";
  return `hosts of "${host}"${label}`;
}

function warning(path: string, message: string, hint: string): Issue {
  return { ...problem("KECS1031", path, message, hint), severity: "warning" };
}

/** Whether the options are others than the instance's default ones. */
function differs({ versions, protocols, clientCertificates }: TlsReach["settings"]): boolean {
  return (
    versions.minimum !== DEFAULT_VERSIONS.minimum ||
    versions.maximum !== DEFAULT_VERSIONS.maximum ||
    protocols !== undefined ||
    clientCertificates !== undefined
  );
}
