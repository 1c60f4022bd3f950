import { problem, type Issue } from "../../../../core/validate";
import { findCertificate } from "../../../controlPlane/certificates";
import { findTrustStore } from "../../../controlPlane/trustStores";

/** A certificate or a trust store that an object names by its ARN. */
export interface Reference {
  readonly arn: string;
  /** How errors call the argument. */
  readonly path: string;
}

/**
 * The problems of a certificate and of a trust store that this program does not make. One of the
 * same account and region can be another stack's; any other is AWS's own, of which nothing is here.
 *
 * @param owner ARN of the load balancer or listener, whose account and region are the instance's
 */
export function checkReferences(
  owner: string,
  {
    certificate,
    trustStore,
  }: { readonly certificate?: Reference | undefined; readonly trustStore?: Reference | undefined },
): Issue[] {
  return [
    ...check(owner, certificate, {
      what: "certificate",
      isKnown: (arn) => findCertificate(arn) !== undefined,
      otherwise: "clients get the instance's own",
      hint: "make a Certificate and pass its arn output, or leave certificateArn out",
    }),
    ...check(owner, trustStore, {
      what: "trust store",
      isKnown: (arn) => findTrustStore(arn) !== undefined,
      otherwise: "no client gets in",
      hint: "make a TrustStore and pass its arn output",
    }),
  ];
}

interface Kind {
  readonly what: string;
  readonly isKnown: (arn: string) => boolean;
  readonly otherwise: string;
  readonly hint: string;
}

function check(
  owner: string,
  reference: Reference | undefined,
  { what, isKnown, otherwise, hint }: Kind,
): Issue[] {
  if (reference === undefined || isKnown(reference.arn)) return [];
  const { arn, path } = reference;
  if (scopeOf(arn) !== scopeOf(owner)) {
    const message = `"${arn}" is a ${what} of AWS, and nothing of it is on this machine`;
    return [problem("KECS1021", path, message, hint)];
  }
  const message = `"${arn}" is no ${what} of this program: unless another stack of the instance makes it, ${otherwise}`;
  return [{ ...problem("KECS1021", path, message, hint), severity: "warning" }];
}

/** Region and account of an ARN; IAM's has no region, so it is never an instance's. */
function scopeOf(arn: string): string {
  return arn.split(":").slice(3, 5).join(":");
}
