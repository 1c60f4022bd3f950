export interface ActionValues {
  readonly type: string;
  readonly order?: number;
  readonly targetGroupArn?: string;
  readonly forward?: ForwardValues;
  readonly redirect?: RedirectValues;
  readonly fixedResponse?: FixedResponseValues;
  readonly authenticateOidc?: Readonly<Record<string, unknown>>;
  readonly authenticateCognito?: Readonly<Record<string, unknown>>;
  readonly jwtValidation?: Readonly<Record<string, unknown>>;
}

export interface ForwardValues {
  readonly targetGroups: readonly { readonly arn: string; readonly weight?: number }[];
  readonly stickiness?: { readonly enabled?: boolean; readonly duration?: number };
}

export interface RedirectValues {
  readonly statusCode: string;
  readonly protocol?: string;
  readonly host?: string;
  readonly port?: string;
  readonly path?: string;
  readonly query?: string;
}

export interface FixedResponseValues {
  readonly statusCode?: string;
  readonly contentType?: string;
  readonly messageBody?: string;
}
