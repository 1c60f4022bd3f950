import type * as pulumi from "@pulumi/pulumi";

/** Arguments of a ListenerCertificate, shaped like those of `aws.lb.ListenerCertificate`. */
export interface ListenerCertificateArgs {
  /** ARN of an HTTPS listener of this program, `listener.arn`. A change updates in place. */
  readonly listenerArn: pulumi.Input<string>;
  /**
   * ARN of the certificate to serve as well, `certificate.arn`. A change updates in place.
   *
   * Locally: listeners that share a local port share their certificates; clients get the
   * certificate that covers the requested name.
   */
  readonly certificateArn: pulumi.Input<string>;
}
