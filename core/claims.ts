/** Something that one component of a program alone can have. */
export type Claim =
  | { readonly kind: "arn"; readonly arn: string }
  | { readonly kind: "repository"; readonly repository: string }
  | { readonly kind: "host"; readonly instance: string; readonly host: string }
  /** The object that a name is to the DNS of the instance. */
  | { readonly kind: "dnsObject"; readonly instance: string; readonly name: string }
  /** The resource that has a host's name for its own. */
  | { readonly kind: "hostResource"; readonly host: string }
  /** Requests for hosts that no load balancer of the instance has. */
  | { readonly kind: "catchAll"; readonly instance: string }
  | { readonly kind: "listenerPort"; readonly loadBalancerArn: string; readonly port: number }
  | { readonly kind: "localPort"; readonly loadBalancerArn: string; readonly localPort: number }
  /** A local port, which leads to one service, or to listeners of any number. */
  | {
      readonly kind: "slot";
      readonly instance: string;
      readonly localPort: number;
      readonly use: "listener" | "service";
    }
  | { readonly kind: "priority"; readonly listenerArn: string; readonly priority: number }
  | { readonly kind: "certificate"; readonly listenerArn: string; readonly certificateArn: string }
  | { readonly kind: "discoveryName"; readonly namespaceId: string; readonly name: string }
  /** A name by which services reach each other, whatever the port. */
  | { readonly kind: "alias"; readonly namespaceId: string; readonly dnsName: string };

/** Claims something for an owner, as errors call it; returns the present owner where it is taken. */
export type MakeClaim = (claim: Claim, owner: string) => string | undefined;
