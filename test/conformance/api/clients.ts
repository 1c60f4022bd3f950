import { ACMClient } from "@aws-sdk/client-acm";
import { ECSClient } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";

/** The SDK's own clients, pointed at an instance. */
export interface AwsClients {
  readonly acm: ACMClient;
  readonly ecs: ECSClient;
  readonly elbv2: ElasticLoadBalancingV2Client;
}

export function awsClients(endpoint: string, region: string): AwsClients {
  const settings = {
    endpoint,
    region,
    credentials: { accessKeyId: "kecs", secretAccessKey: "kecs" },
    maxAttempts: 1,
  };
  return {
    acm: new ACMClient(settings),
    ecs: new ECSClient(settings),
    elbv2: new ElasticLoadBalancingV2Client(settings),
  };
}
