import { digest } from "./naming";

/** Whose objects an ARN names: all three come from the instance's connection. */
export interface ArnScope {
  readonly instance: string;
  readonly region: string;
  readonly accountId: string;
}

/*
 * The grammar is AWS's. The sixteen digits are the start of a SHA-256 over instance, kind and
 * natural key, so a component knows its ARN before anything exists.
 */

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
  const own = id(scope, "listener", `${loadBalancer}:${port}`);
  return elb(scope, `listener/app/${loadBalancer}/${balancer}/${own}`);
}

export function targetGroupArn(scope: ArnScope, name: string): string {
  return elb(scope, `targetgroup/${name}/${id(scope, "targetgroup", name)}`);
}

export function clusterArn(scope: ArnScope, name: string): string {
  return ecs(scope, `cluster/${name}`);
}

export function serviceArn(scope: ArnScope, cluster: string, name: string): string {
  return ecs(scope, `service/${cluster}/${name}`);
}

export function taskDefinitionArn(scope: ArnScope, family: string, revision: number): string {
  return ecs(scope, `task-definition/${family}:${revision}`);
}

const NAME_IN = {
  loadBalancer:
    /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/app\/([^/]+)\/[0-9a-f]{16}$/,
  targetGroup: /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:targetgroup\/([^/]+)\/[0-9a-f]{16}$/,
  cluster: /^arn:[^:]+:ecs:[^:]*:[^:]*:cluster\/([^/]+)$/,
} as const;

/** The name inside of an ARN of that kind, or undefined where it is no such ARN. */
export function nameFromArn(kind: keyof typeof NAME_IN, arn: string): string | undefined {
  return NAME_IN[kind].exec(arn)?.[1];
}
