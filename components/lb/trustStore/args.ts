import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";

/** Arguments of a TrustStore, shaped like those of `aws.lb.TrustStore`. */
export interface TrustStoreArgs {
  /** The instance that the trust store belongs to. A change replaces the trust store. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the trust store: 1 to 32 letters, digits and single inner hyphens. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /**
   * The certificates of the authorities that client certificates have to come from, PEM. A change
   * updates in place.
   *
   * Locally: the text itself; AWS reads it from a bucket (`caCertificatesBundleS3Bucket`).
   */
  readonly caCertificatesBundle: pulumi.Input<string>;
}
