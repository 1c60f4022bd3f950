import type { Connection } from "../../../../core/connection";
import { problem, type Issue } from "../../../../core/validate";
import { findImported } from "../../../base/imported";
import { findCertificate } from "../../../controlPlane/certificates";
import { findTrustStore } from "../../../controlPlane/trustStores";

/** A certificate or a trust store that an object names by its ARN. */
export interface Reference {
  readonly arn: string;
  /** How errors call the argument. */
  readonly path: string;
}

/** What an object names of certificates and trust stores. */
export interface References {
  readonly certificate?: Reference | undefined;
  readonly trustStore?: Reference | undefined;
}

/**
 * The problems of a certificate and of a trust store that are AWS's own, of which nothing is here.
 * One of the same account and region can be another stack's.
 *
 * @param owner ARN of the load balancer or listener, whose account and region are the instance's
 */
export function checkReferences(owner: string, { certificate, trustStore }: References): Issue[] {
  return [...check(owner, certificate, CERTIFICATE), ...check(owner, trustStore, TRUST_STORE)];
}

/** Looks up what another stack made; throws, as `findImported` does, where nobody did. */
export async function importReferences(
  { instance }: Connection,
  { certificate, trustStore }: References,
): Promise<void> {
  await Promise.all(
    (
      [
        [certificate, CERTIFICATE],
        [trustStore, TRUST_STORE],
      ] as const
    ).map(async ([reference, { what, isKnown }]) => {
      if (reference === undefined || isKnown(reference.arn)) return;
      await findImported({ instance, ...reference, what });
    }),
  );
}

interface Kind {
  readonly what: string;
  readonly isKnown: (arn: string) => boolean;
  readonly hint: string;
}

const CERTIFICATE: Kind = {
  what: "certificate",
  isKnown: (arn) => findCertificate(arn) !== undefined,
  hint: "make a Certificate and pass its arn output, or leave certificateArn out",
};

const TRUST_STORE: Kind = {
  what: "trust store",
  isKnown: (arn) => findTrustStore(arn) !== undefined,
  hint: "make a TrustStore and pass its arn output",
};

function check(owner: string, reference: Reference | undefined, kind: Kind): Issue[] {
  const { what, isKnown, hint } = kind;
  if (reference === undefined || isKnown(reference.arn)) return [];
  const { arn, path } = reference;
  if (scopeOf(arn) === scopeOf(owner)) return [];
  const message = `"${arn}" is a ${what} of AWS, and nothing of it is on this machine`;
  return [problem("KECS1021", path, message, hint)];
}

/** Region and account of an ARN; IAM's has no region, so it is never an instance's. */
function scopeOf(arn: string): string {
  return arn.split(":").slice(3, 5).join(":");
}
