import type * as pulumi from "@pulumi/pulumi";

/*
 * The shapes of arguments of @pulumi/aws 7.48, as far as Application Load Balancers have them,
 * written down: each optional field takes an Input of nothing.
 */

type Optional<T> = pulumi.Input<T | undefined>;
type List<T> = pulumi.Input<T>[];
type Tags = Optional<Record<string, pulumi.Input<string>>>;

export interface AwsTargetGroupArgs {
  connectionTermination?: Optional<boolean>;
  deregistrationDelay?: Optional<number>;
  healthCheck?: Optional<{
    enabled?: Optional<boolean>;
    healthyThreshold?: Optional<number>;
    interval?: Optional<number>;
    matcher?: Optional<string>;
    path?: Optional<string>;
    port?: Optional<string>;
    protocol?: Optional<string>;
    timeout?: Optional<number>;
    unhealthyThreshold?: Optional<number>;
  }>;
  ipAddressType?: Optional<string>;
  loadBalancingAlgorithmType?: Optional<string>;
  loadBalancingAnomalyMitigation?: Optional<string>;
  loadBalancingCrossZoneEnabled?: Optional<string>;
  name?: Optional<string>;
  port?: Optional<number>;
  protocol?: Optional<string>;
  protocolVersion?: Optional<string>;
  slowStart?: Optional<number>;
  stickiness?: Optional<{
    cookieDuration?: Optional<number>;
    cookieName?: Optional<string>;
    enabled?: Optional<boolean>;
    type: pulumi.Input<string>;
  }>;
  tags?: Tags;
  targetType?: Optional<string>;
  vpcId?: Optional<string>;
}

export interface AwsLoadBalancerArgs {
  accessLogs?: Optional<{
    bucket: pulumi.Input<string>;
    enabled?: Optional<boolean>;
    prefix?: Optional<string>;
  }>;
  clientKeepAlive?: Optional<number>;
  desyncMitigationMode?: Optional<string>;
  dropInvalidHeaderFields?: Optional<boolean>;
  enableDeletionProtection?: Optional<boolean>;
  enableHttp2?: Optional<boolean>;
  enableXffClientPort?: Optional<boolean>;
  idleTimeout?: Optional<number>;
  internal?: Optional<boolean>;
  ipAddressType?: Optional<string>;
  loadBalancerType?: Optional<string>;
  minimumLoadBalancerCapacity?: Optional<{ capacityUnits: pulumi.Input<number> }>;
  name?: Optional<string>;
  preserveHostHeader?: Optional<boolean>;
  securityGroups?: Optional<List<string>>;
  subnets?: Optional<List<string>>;
  tags?: Tags;
  xffHeaderProcessingMode?: Optional<string>;
}

interface AwsActionArgs {
  authenticateOidc?: Optional<{ issuer: pulumi.Input<string>; scope?: Optional<string> }>;
  fixedResponse?: Optional<{
    contentType: pulumi.Input<string>;
    messageBody?: Optional<string>;
    statusCode?: Optional<string>;
  }>;
  forward?: Optional<{
    stickiness?: Optional<{ duration: pulumi.Input<number>; enabled?: Optional<boolean> }>;
    targetGroups: pulumi.Input<List<{ arn: pulumi.Input<string>; weight?: Optional<number> }>>;
  }>;
  jwtValidation?: Optional<{ issuer: pulumi.Input<string>; jwksEndpoint: pulumi.Input<string> }>;
  order?: Optional<number>;
  redirect?: Optional<{
    host?: Optional<string>;
    path?: Optional<string>;
    port?: Optional<string>;
    protocol?: Optional<string>;
    query?: Optional<string>;
    statusCode: pulumi.Input<string>;
  }>;
  targetGroupArn?: Optional<string>;
  type: pulumi.Input<string>;
}

export interface AwsListenerArgs {
  alpnPolicy?: Optional<string>;
  certificateArn?: Optional<string>;
  defaultActions: pulumi.Input<List<AwsActionArgs>>;
  loadBalancerArn: pulumi.Input<string>;
  mutualAuthentication?: Optional<{
    advertiseTrustStoreCaNames?: Optional<string>;
    ignoreClientCertificateExpiry?: Optional<boolean>;
    mode: pulumi.Input<string>;
    trustStoreArn?: Optional<string>;
  }>;
  port?: Optional<number>;
  protocol?: Optional<string>;
  routingHttpResponseServerEnabled?: Optional<boolean>;
  sslPolicy?: Optional<string>;
  tags?: Tags;
}

interface AwsPatterns {
  regexValues?: Optional<List<string>>;
  values?: Optional<List<string>>;
}

export interface AwsListenerRuleArgs {
  actions: pulumi.Input<List<AwsActionArgs>>;
  conditions: pulumi.Input<
    List<{
      hostHeader?: Optional<AwsPatterns>;
      httpHeader?: Optional<AwsPatterns & { httpHeaderName: pulumi.Input<string> }>;
      httpRequestMethod?: Optional<{ values: pulumi.Input<List<string>> }>;
      pathPattern?: Optional<AwsPatterns>;
      queryStrings?: Optional<List<{ key?: Optional<string>; value: pulumi.Input<string> }>>;
      sourceIp?: Optional<{ values: pulumi.Input<List<string>> }>;
    }>
  >;
  listenerArn: pulumi.Input<string>;
  priority?: Optional<number>;
  tags?: Tags;
  transforms?: Optional<List<{ type: pulumi.Input<string>; urlRewriteConfig?: Optional<object> }>>;
}
