import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../core/connection";

/**
 * Arguments of a Certificate, shaped like those of `aws.acm.Certificate`: either `domainName` for
 * one that is issued here, or `certificateBody` and `privateKey` for one of your own.
 */
export interface CertificateArgs {
  /** The instance that the certificate belongs to. A change replaces the certificate. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * The host name to issue a certificate for, up to 253 characters; `*.example.test` covers every
   * name with one more label. A change updates in place.
   *
   * Locally: the user's own certificate authority issues it at once, without a validation; see
   * `kecs trust`.
   *
   * @default none: `certificateBody` is needed
   */
  readonly domainName?: pulumi.Input<string | undefined>;
  /**
   * More host names for the same certificate, at most 100. A change updates in place.
   *
   * @default none
   */
  readonly subjectAlternativeNames?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /**
   * A certificate of your own, PEM. A change updates in place.
   *
   * @default none: one is issued for `domainName`
   */
  readonly certificateBody?: pulumi.Input<string | undefined>;
  /**
   * The private key of `certificateBody`, PEM, RSA or ECDSA, not encrypted. Kept as a secret. A
   * change updates in place.
   *
   * @default none
   */
  readonly privateKey?: pulumi.Input<string | undefined>;
  /**
   * The certificates between `certificateBody` and its root, PEM, each issued by the next one. A
   * change updates in place.
   *
   * @default none
   */
  readonly certificateChain?: pulumi.Input<string | undefined>;
}
