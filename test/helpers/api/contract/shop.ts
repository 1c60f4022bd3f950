import type {
  CreateListenerCommandInput,
  CreateLoadBalancerCommandInput,
  CreateTargetGroupCommandInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { createAuthority, createLeaf } from "../../../../core/acm/authority/sign";
import { only, type MemoryApi } from "../memoryApi";

/* What the calls of a test build on, made by calls as well. */

export async function loadBalancer(
  { elb }: MemoryApi,
  more: Partial<CreateLoadBalancerCommandInput> = {},
): Promise<string> {
  const { LoadBalancers } = await elb.createLoadBalancer({ Name: "shop", ...more });
  return only(LoadBalancers).LoadBalancerArn ?? "";
}

export async function targetGroup(
  { elb }: MemoryApi,
  Name = "web",
  more: Partial<CreateTargetGroupCommandInput> = {},
): Promise<string> {
  const { TargetGroups } = await elb.createTargetGroup({
    Name,
    Protocol: "HTTP",
    Port: 80,
    TargetType: "ip",
    ...more,
  });
  return only(TargetGroups).TargetGroupArn ?? "";
}

/** A listener of port 80 that answers 404. */
export async function listener(
  api: MemoryApi,
  more: Partial<CreateListenerCommandInput> = {},
): Promise<string> {
  const { Listeners } = await api.elb.createListener({
    LoadBalancerArn: more.LoadBalancerArn ?? (await loadBalancer(api)),
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
    ...more,
  });
  return only(Listeners).ListenerArn ?? "";
}

/** A certificate, with all that an import takes. */
export async function certificateFor(host: string) {
  const now = new Date();
  const root = await createAuthority("root", now);
  const leaf = await createLeaf(root, [host, `*.${host}`], now);
  return {
    Certificate: Buffer.from(leaf.certificate),
    PrivateKey: Buffer.from(leaf.key),
    CertificateChain: Buffer.from(root.certificate),
  };
}

export async function certificate({ acm }: MemoryApi, host = "shop.test"): Promise<string> {
  const { CertificateArn = "" } = await acm.importCertificate(await certificateFor(host));
  return CertificateArn;
}

export const CONTAINER = {
  name: "web",
  image: "traefik/whoami:v1.11.0",
  portMappings: [{ containerPort: 80 }],
};

/** The newest revision of the family web. */
export async function taskDefinition({ ecs }: MemoryApi): Promise<string> {
  const { taskDefinition: made } = await ecs.registerTaskDefinition({
    family: "web",
    containerDefinitions: [CONTAINER],
  });
  return made?.taskDefinitionArn ?? "";
}

/** The service main/web of two tasks, behind the target group web, which a listener uses. */
export async function service(api: MemoryApi): Promise<string> {
  const group = await targetGroup(api);
  await listener(api, { DefaultActions: [{ Type: "forward", TargetGroupArn: group }] });
  await api.ecs.createCluster({ clusterName: "main" });
  await taskDefinition(api);
  const { service: made } = await api.ecs.createService({
    cluster: "main",
    serviceName: "web",
    taskDefinition: "web",
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: group, containerName: "web", containerPort: 80 }],
  });
  return made?.serviceArn ?? "";
}
