import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { ActionArgs } from "./actionArgs";

/** Arguments of a Listener, shaped like those of `aws.lb.Listener`. */
export interface ListenerArgs {
  /** The instance that the load balancer belongs to. A change replaces the listener. */
  readonly connection: pulumi.Input<Connection>;
  /** ARN of the load balancer, `alb.arn`. A change replaces the listener. */
  readonly loadBalancerArn: pulumi.Input<string>;
  /**
   * Port of the listener on AWS, 1 to 65535. A change replaces the listener.
   *
   * Locally: 80 answers on the instance's `httpPort` and 443 on its `httpsPort`. A port inside of
   * the custom range answers on itself, any other one on `start + (port mod width)` of the range. A
   * redirect to another one needs the listener without an await in between: KECS1013 otherwise.
   */
  readonly port: pulumi.Input<number>;
  /**
   * `HTTP` or `HTTPS`. A change updates in place.
   *
   * Locally: HTTPS answers with a certificate of the user's own authority; see `kecs trust`. Without
   * a protocol port 443 is HTTPS here, where `aws.lb.Listener` takes HTTP on every port.
   *
   * @default "HTTPS" on port 443, else "HTTP"
   */
  readonly protocol?: pulumi.Input<string | undefined>;
  /**
   * ARN of the default certificate, of ACM or IAM, for HTTPS listeners only. A change updates in
   * place.
   *
   * Locally: AWS demands one of every HTTPS listener; here the instance's own certificate serves
   * where none is given. It has to be a `Certificate` of this instance: one of another account or
   * region, or of IAM, is refused.
   *
   * @default the instance's own certificate
   */
  readonly certificateArn?: pulumi.Input<string | undefined>;
  /**
   * Name of one of AWS's security policies for Application Load Balancers, for HTTPS listeners
   * only. A change updates in place.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   *
   * Locally: the policy's TLS versions are kept, its list of ciphers is not. Without a policy AWS
   * takes ELBSecurityPolicy-2016-08, TLS 1.0 to 1.2.
   *
   * @default TLS 1.2 and 1.3
   */
  readonly sslPolicy?: pulumi.Input<string | undefined>;
  /**
   * Which versions of HTTP clients are offered by ALPN: `HTTP1Only`, `HTTP2Only`, `HTTP2Optional`,
   * `HTTP2Preferred` or `None`, for HTTPS listeners only. A change updates in place.
   *
   * Locally: AWS knows it for the TLS listeners of Network Load Balancers; an Application Load
   * Balancer has `enableHttp2` there, which wins here too.
   *
   * @default HTTP/2 and HTTP/1.1
   */
  readonly alpnPolicy?: pulumi.Input<string | undefined>;
  /**
   * Whether clients are asked for a certificate, for HTTPS listeners only. A change updates in
   * place.
   *
   * @default off
   */
  readonly mutualAuthentication?: pulumi.Input<MutualAuthenticationArgs | undefined>;
  /**
   * The local port to answer on, one of those that the instance publishes, in the place of the one
   * that the rule for `port` gives. A change updates in place.
   *
   * Locally: AWS has no such argument.
   */
  readonly localPort?: pulumi.Input<number | undefined>;
  /**
   * What to do with a request that no rule takes: exactly one action of type `forward`, `redirect`
   * or `fixed-response`. A change updates in place.
   */
  readonly defaultActions: pulumi.Input<pulumi.Input<ActionArgs>[]>;
  /**
   * Tags, kept in the listener's record. A change updates in place.
   *
   * @default none
   */
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/**
 * Mutual TLS, shaped like `mutualAuthentication` of `aws.lb.Listener`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_MutualAuthenticationAttributes.html
 */
export interface MutualAuthenticationArgs {
  /**
   * `off`, `passthrough` (a certificate is asked for and handed to the target) or `verify` (a
   * client without a certificate of the trust store is refused). A change updates in place.
   */
  readonly mode: pulumi.Input<string>;
  /**
   * ARN of the trust store, needed by `verify` and refused with any other mode. A change updates
   * in place.
   *
   * @default none
   */
  readonly trustStoreArn?: pulumi.Input<string | undefined>;
  /**
   * Whether an expired client certificate is accepted; with `verify` only. A change updates in
   * place.
   *
   * Locally: expired certificates are always refused.
   *
   * @default false
   */
  readonly ignoreClientCertificateExpiry?: pulumi.Input<boolean | undefined>;
  /**
   * `on` or `off`: whether the trust store's subject names are sent to clients; with `verify` only.
   * A change updates in place.
   *
   * Locally: they are always sent.
   *
   * @default "off"
   */
  readonly advertiseTrustStoreCaNames?: pulumi.Input<string | undefined>;
}
