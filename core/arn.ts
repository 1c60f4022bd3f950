import { digest } from "./naming";

/** Whose objects an ARN names: all three come from the instance's connection. */
export interface ArnScope {
  readonly instance: string;
  readonly region: string;
  readonly accountId: string;
}

/*
 * The grammar is AWS's. The sixteen digits are the start of a SHA-256 over instance, kind and
 * natural key, so a component knows its ARN before anything exists. The last four of a listener are
 * its port.
 */

const PORT_DIGITS = 4;

function id(scope: ArnScope, kind: string, key: string): string {
  return digest(`${scope.instance}/${kind}/${key}`, 16);
}

function elb(scope: ArnScope, resource: string): string {
  return `arn:aws:elasticloadbalancing:${scope.region}:${scope.accountId}:${resource}`;
}

function ecs(scope: ArnScope, resource: string): string {
  return `arn:aws:ecs:${scope.region}:${scope.accountId}:${resource}`;
}

export function loadBalancerArn(scope: ArnScope, name: string): string {
  return elb(scope, `loadbalancer/app/${name}/${id(scope, "loadbalancer", name)}`);
}

export function listenerArn(scope: ArnScope, loadBalancer: string, port: number): string {
  const balancer = id(scope, "loadbalancer", loadBalancer);
  const own = id(scope, "listener", `${loadBalancer}:${port}`).slice(0, -PORT_DIGITS);
  const digits = port.toString(16).padStart(PORT_DIGITS, "0");
  return elb(scope, `listener/app/${loadBalancer}/${balancer}/${own}${digits}`);
}

/** A rule keeps its ARN when its priority changes, so it goes by its name. */
export function listenerRuleArn(
  scope: ArnScope,
  loadBalancer: string,
  port: number,
  name: string,
): string {
  const listener = listenerArn(scope, loadBalancer, port).replace(":listener/", ":listener-rule/");
  return `${listener}/${id(scope, "rule", `${loadBalancer}:${port}/${name}`)}`;
}

/** The rule of a listener that its default actions are: the one whose name is empty. */
export function defaultRuleArn(scope: ArnScope, loadBalancer: string, port: number): string {
  return listenerRuleArn(scope, loadBalancer, port, "");
}

export function targetGroupArn(scope: ArnScope, name: string): string {
  return elb(scope, `targetgroup/${name}/${id(scope, "targetgroup", name)}`);
}

/**
 * A certificate that a listener has beside its default one. AWS gives it no ARN: it names the record.
 */
export function listenerCertificateArn(listener: string, certificate: string): string {
  const resource = listener.replace(":listener/", ":listener-certificate/");
  return `${resource}/${digest(certificate, 16)}`;
}

export function trustStoreArn(scope: ArnScope, name: string): string {
  return elb(scope, `truststore/${name}/${id(scope, "truststore", name)}`);
}

/** ACM's ids have the form of a UUID. */
export function certificateArn(scope: ArnScope, key: string): string {
  const hex = digest(`${scope.instance}/certificate/${key}`, 32);
  return `arn:aws:acm:${scope.region}:${scope.accountId}:certificate/${uuid(hex)}`;
}

/** 32 hexadecimal digits in the form of a UUID. */
export function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function clusterArn(scope: ArnScope, name: string): string {
  return ecs(scope, `cluster/${name}`);
}

export function capacityProviderArn(scope: ArnScope, name: string): string {
  return ecs(scope, `capacity-provider/${name}`);
}

export function serviceArn(scope: ArnScope, cluster: string, name: string): string {
  return ecs(scope, `service/${cluster}/${name}`);
}

export function taskDefinitionArn(scope: ArnScope, family: string, revision: number): string {
  return ecs(scope, `task-definition/${family}:${revision}`);
}

/** @param id 32 hexadecimal digits */
export function taskArn(scope: ArnScope, cluster: string, id: string): string {
  return ecs(scope, `task/${cluster}/${id}`);
}

/** A schedule of EventBridge Scheduler, whose name is the only one in its group. */
export function scheduleArn(scope: ArnScope, group: string, name: string): string {
  return `arn:aws:scheduler:${scope.region}:${scope.accountId}:schedule/${group}/${name}`;
}

/** A container of a task, by its name; the id has the form of a UUID. */
export function containerArn(
  scope: ArnScope,
  cluster: string,
  { task, name }: { readonly task: string; readonly name: string },
): string {
  const own = uuid(digest(`${scope.instance}/container/${task}/${name}`, 32));
  return ecs(scope, `container/${cluster}/${task}/${own}`);
}

/** A deployment of a service, or what it deploys: both go by the digits of the deployment's id. */
export function serviceDeploymentArn(
  scope: ArnScope,
  kind: "service-deployment" | "service-revision",
  of: { readonly cluster: string; readonly service: string; readonly digits: string },
): string {
  return ecs(scope, `${kind}/${of.cluster}/${of.service}/${of.digits}`);
}

/** Cloud Map's ids have two kinds of prefixes; its ARNs hold no names. */
function discovery(scope: ArnScope, kind: "namespace" | "service", of: string): string {
  return `arn:aws:servicediscovery:${scope.region}:${scope.accountId}:${kind}/${of}`;
}

export function discoveryNamespaceId(scope: ArnScope, name: string): string {
  return `ns-${id(scope, "discovery-namespace", name.toLowerCase())}`;
}

export function discoveryNamespaceArn(scope: ArnScope, name: string): string {
  return discovery(scope, "namespace", discoveryNamespaceId(scope, name));
}

/** A service goes by its whole name, such as `orders.myapp.local`. */
export function discoveryServiceArn(scope: ArnScope, dnsName: string): string {
  return discovery(scope, "service", `srv-${id(scope, "discovery-service", dnsName)}`);
}

const NAME_IN = {
  loadBalancer:
    /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/app\/([^/]+)\/[0-9a-f]{16}$/,
  /** The name of the listener's load balancer: a listener has none of its own. */
  listener:
    /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:listener\/app\/([^/]+)\/[0-9a-f]{16}\/[0-9a-f]{16}$/,
  targetGroup: /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:targetgroup\/([^/]+)\/[0-9a-f]{16}$/,
  trustStore: /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:truststore\/([^/]+)\/[0-9a-f]{16}$/,
  certificate:
    /^arn:[^:]+:acm:[^:]*:[^:]*:certificate\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  cluster: /^arn:[^:]+:ecs:[^:]*:[^:]*:cluster\/([^/]+)$/,
  /** The id. */
  discoveryNamespace: /^arn:[^:]+:servicediscovery:[^:]*:[^:]*:namespace\/(ns-[a-z0-9]{16})$/,
  /** The id. */
  discoveryService: /^arn:[^:]+:servicediscovery:[^:]*:[^:]*:service\/(srv-[a-z0-9]{16})$/,
} as const;

/**
 * The name inside of an ARN of that kind, or undefined where it is no such ARN. A listener's is its
 * load balancer's; a certificate's, and what Cloud Map has, its id.
 */
export function nameFromArn(kind: keyof typeof NAME_IN, arn: string): string | undefined {
  return NAME_IN[kind].exec(arn)?.[1];
}

/**
 * The port of a listener, which the last four hexadecimal digits of its ARN are. Undefined where it
 * is no listener of that instance.
 */
export function listenerPort(scope: ArnScope, arn: string): number | undefined {
  const loadBalancer = nameFromArn("listener", arn);
  if (loadBalancer === undefined) return undefined;
  const port = Number.parseInt(arn.slice(-PORT_DIGITS), 16);
  return listenerArn(scope, loadBalancer, port) === arn ? port : undefined;
}
