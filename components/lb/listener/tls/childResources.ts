import type { LoadBalancerEntry, Wildcards } from "../../../controlPlane/entries";
import { plainOutermost } from "../../../inputs/inputs";
import type { ListenerArgs } from "../args";
import type { TlsStructure } from "../../../../core/lb/listener/tls/names";
import { tooLate } from "../../../base/tooLate";

/** Which objects an HTTPS listener has beside those of every listener. */
export interface TlsResources extends TlsStructure {
  /** A Middleware that hands client certificates on. */
  readonly passesClientCertificate: boolean;
  /** A root of its own for wildcards that cannot have the options. */
  readonly hasSecondRoot: boolean;
}

/**
 * What the arguments say of it. It has to be known before anything resolves, so what is given
 * counts where the value does not matter.
 *
 * @throws KecsError KECS1008 where it is not
 */
export function tlsResources(
  args: ListenerArgs,
  alb: LoadBalancerEntry | undefined,
  path: string,
): TlsResources {
  const { certificateArn, sslPolicy, alpnPolicy, mutualAuthentication } = args;
  const given = [sslPolicy, alpnPolicy, mutualAuthentication];
  const hasOption = alb?.http2 === false || given.some((each) => each !== undefined);
  const mode = mutualMode(mutualAuthentication, `${path}.mutualAuthentication`);
  return {
    issuesCertificate: certificateArn === undefined,
    hasOption,
    passesClientCertificate: mode === "passthrough",
    // A client who has to show a certificate finds no way around it.
    hasSecondRoot:
      hasOption && mode !== "verify" && alb !== undefined && wildcardsOf(alb) === "some",
  };
}

function mutualMode(given: unknown, path: string): unknown {
  if (given === undefined) return undefined;
  const mutual = plainOutermost(given) as Record<string, unknown> | undefined;
  const mode = plainOutermost(mutual?.["mode"]);
  return mode ?? tooLate(`${path}.mode`, "write it as a plain value");
}

function wildcardsOf({ wildcards, path }: LoadBalancerEntry): Wildcards {
  return wildcards ?? tooLate(`${path}.hostnames`, "write them, and catchAll, as plain values");
}
