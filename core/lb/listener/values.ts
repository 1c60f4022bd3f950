import type { ActionValues } from "../actions/values";

/** A listener's arguments, resolved. */
export interface ListenerValues {
  readonly loadBalancerArn: string;
  readonly port: number;
  readonly protocol?: string;
  readonly certificateArn?: string;
  readonly sslPolicy?: string;
  readonly alpnPolicy?: string;
  readonly mutualAuthentication?: MutualAuthenticationValues;
  readonly localPort?: number;
  readonly defaultActions: readonly ActionValues[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface MutualAuthenticationValues {
  readonly mode: string;
  readonly trustStoreArn?: string;
  readonly ignoreClientCertificateExpiry?: boolean;
  readonly advertiseTrustStoreCaNames?: string;
}
