/*
 * A load balancer as its arguments say, as plain data with nothing left open: every default is filled in
 * and every argument has passed its checks. `evaluate` says what a request meets in it, `translate`
 * makes Traefik's objects of it; neither knows the other, so that each can check the other.
 *
 * A stack puts it out as it is (`albs.<name>.routing`), so it holds primitives, lists and records.
 */

import type { Condition } from "./conditions/kinds";

export type { Condition } from "./conditions/kinds";
export type { QueryPattern } from "./conditions/queryString/values";

/** An Application Load Balancer with its listeners. */
export interface LoadBalancer {
  readonly name: string;
  /** Every host name of its own, lower case, with AWS's wildcards. */
  readonly hosts: readonly string[];
  /** Whether it also answers to hosts that no load balancer has. */
  readonly catchAll: boolean;
  readonly attributes: Attributes;
  readonly listeners: readonly Listener[];
}

/** A load balancer without its listeners. */
export type LoadBalancerFacts = Omit<LoadBalancer, "listeners">;

/**
 * What a load balancer does to every request.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
export interface Attributes {
  /** Seconds that a target may keep a client waiting for the first byte. */
  readonly idleTimeout: number;
  /** Whether HTTPS listeners offer HTTP/2. */
  readonly http2: boolean;
  /** Whether header fields whose names hold anything but letters, digits and hyphens are dropped. */
  readonly dropInvalidHeaderFields: boolean;
  readonly xffHeaderProcessingMode: "append" | "preserve" | "remove";
  /** Whether X-Forwarded-For gets the client's port too. */
  readonly xffClientPort: boolean;
  /** Whether targets get X-Amzn-Tls-Version and X-Amzn-Tls-Cipher-Suite. */
  readonly tlsHeaders: boolean;
  /** `local`: targets see the Host as the client sent it; `aws`: with the port that AWS gives it. */
  readonly hostHeader: "local" | "aws";
  /** Whether the header X-Kecs-Source-Ip replaces the address that source-ip conditions see. */
  readonly simulateSourceIp: boolean;
}

/** One port of a load balancer. */
export interface Listener {
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly localPort: number;
  /** Traefik's entry point of the local port. */
  readonly entryPoint: string;
  /** The load balancer's hosts, and those that its rules' host-header conditions name. */
  readonly hosts: readonly string[];
  /** Local ports by the listener ports of the load balancer, for the Location of redirects. */
  readonly portMap: Readonly<Record<string, number>>;
  /** Hosts of the program's other load balancers; a redirect to one keeps to local ports too. */
  readonly neighbours?: readonly string[];
  /** Absent on an HTTP listener. */
  readonly tls?: ListenerTls;
  /** In ascending order of priority. */
  readonly rules: readonly Rule[];
  readonly defaultAction: Action;
}

/** By the names of the objects that hold it; absent is the instance's default. */
export interface ListenerTls {
  readonly secretName?: string;
  readonly optionName?: string;
  /** Whether a client without a verified certificate gets no answer of the listener's. */
  readonly verifiesClients?: boolean;
  /** Middleware that hands the client's certificate to the targets. */
  readonly clientCertificateName?: string;
}

export interface Rule {
  /** Names the rule's objects; a change of priority leaves it alone. */
  readonly name: string;
  /** 1 to 50000, unique within the listener; the lowest one that matches answers. */
  readonly priority: number;
  /** All of them have to hold. */
  readonly conditions: readonly Condition[];
  readonly action: Action;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html */
export type Action = Forward | Redirect | FixedResponse;

export interface Forward {
  readonly type: "forward";
  /** One to five; their weights, 0 to 999, are shares of the requests. */
  readonly targetGroups: readonly WeightedTargetGroup[];
  /** Seconds that a client stays with its target group; absent where it does not. */
  readonly stickiness?: number;
}

export interface WeightedTargetGroup {
  readonly group: TargetGroup;
  readonly weight: number;
}

export interface Redirect {
  readonly type: "redirect";
  readonly statusCode: 301 | 302;
  /** `HTTP`, `HTTPS` or `#{protocol}`. The fields may hold AWS's placeholders. */
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  /** With its leading slash; `#{path}` comes without one. */
  readonly path: string;
  /** Without its question mark; empty for none. */
  readonly query: string;
}

export interface FixedResponse {
  readonly type: "fixed-response";
  readonly statusCode: number;
  /** Absent where neither it nor a body was given. */
  readonly contentType?: string;
  readonly messageBody: string;
}

/** What a listener has to know of a target group. */
export interface TargetGroup {
  readonly name: string;
  readonly arn: string;
  readonly protocol: "HTTP" | "HTTPS";
  readonly protocolVersion: "HTTP1" | "HTTP2" | "GRPC";
  readonly algorithm: "round_robin" | "least_outstanding_requests" | "weighted_random";
  /** Absent where the group's targets are not sticky. */
  readonly stickiness?: TargetStickiness;
}

export interface TargetStickiness {
  readonly cookieName: string;
  /** Seconds. */
  readonly duration: number;
}

/** A request as a client sends it to a local port. */
export interface Request {
  /** The local port that it comes to. */
  readonly localPort: number;
  readonly tls: boolean;
  readonly version: "1.0" | "1.1" | "2";
  readonly method: string;
  /** The value of the Host header, or HTTP/2's authority; absent where the client sends none. */
  readonly host?: string;
  /** Path and query as they are sent. */
  readonly target: string;
  /** In the order in which they are sent; a name may come more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The address of the connection's other end, as the cluster sees it. */
  readonly sourceIp: string;
}
