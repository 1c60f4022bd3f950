import type { LoadBalancerEntry, Wildcards } from "../../../controlPlane/entries";
import { peekOnce } from "../../../inputs/inputs";
import type { ListenerArgs } from "../args";
import { tooLate } from "../structure";

/** Which objects an HTTPS listener has beside those of every listener. */
export interface TlsStructure {
  /** The Secret of a certificate that is issued for its hosts. */
  readonly issues: boolean;
  /** A TLSOption. */
  readonly hasOption: boolean;
  /** A Middleware that hands client certificates on. */
  readonly handsOn: boolean;
  /** A root of its own for wildcards that cannot have the options. */
  readonly dividesRoot: boolean;
}

/**
 * What the arguments say of it. It has to be told before anything resolves, so what is given
 * counts where the value does not matter.
 *
 * @throws KecsError KECS1008 where it cannot be told
 */
export function tlsStructure(
  args: ListenerArgs,
  alb: LoadBalancerEntry | undefined,
  path: string,
): TlsStructure {
  const { certificateArn, sslPolicy, alpnPolicy, mutualAuthentication } = args;
  const given = [sslPolicy, alpnPolicy, mutualAuthentication];
  const hasOption = alb?.http2 === false || given.some((each) => each !== undefined);
  const mode = mutualMode(mutualAuthentication, `${path}.mutualAuthentication`);
  return {
    issues: certificateArn === undefined,
    hasOption,
    handsOn: mode === "passthrough",
    // A client who has to show a certificate finds no way around it.
    dividesRoot: hasOption && mode !== "verify" && alb !== undefined && wildcards(alb) === "some",
  };
}

function mutualMode(given: unknown, path: string): unknown {
  if (given === undefined) return undefined;
  const mutual = peekOnce(given) as Record<string, unknown> | undefined;
  const mode = peekOnce(mutual?.["mode"]);
  return mode ?? tooLate(`${path}.mode`, "write it as a plain value");
}

function wildcards({ wildcards: told, path }: LoadBalancerEntry): Wildcards {
  return told ?? tooLate(`${path}.hostnames`, "write them, and catchAll, as plain values");
}
