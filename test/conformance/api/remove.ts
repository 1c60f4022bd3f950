import { DeleteCertificateCommand, ListCertificatesCommand } from "@aws-sdk/client-acm";
import {
  DeleteClusterCommand,
  DeleteServiceCommand,
  ListClustersCommand,
  ListServicesCommand,
} from "@aws-sdk/client-ecs";
import {
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { AwsClients } from "./clients";

/** Removes all that an earlier run made, in the order that AWS asks for. */
export async function removeAll({ acm, ecs, elbv2 }: AwsClients): Promise<void> {
  const { LoadBalancers = [] } = await elbv2.send(new DescribeLoadBalancersCommand({}));
  await Promise.all(
    LoadBalancers.map(({ LoadBalancerArn }) =>
      elbv2.send(new DeleteLoadBalancerCommand({ LoadBalancerArn })),
    ),
  );
  const { clusterArns = [] } = await ecs.send(new ListClustersCommand({}));
  for (const cluster of clusterArns) {
    const { serviceArns = [] } = await ecs.send(
      new ListServicesCommand({ cluster, maxResults: 100 }),
    );
    await Promise.all(
      serviceArns.map((service) =>
        ecs.send(new DeleteServiceCommand({ cluster, service, force: true })),
      ),
    );
    await ecs.send(new DeleteClusterCommand({ cluster }));
  }
  const { TargetGroups = [] } = await elbv2.send(new DescribeTargetGroupsCommand({}));
  await Promise.all(
    TargetGroups.map(({ TargetGroupArn }) =>
      elbv2.send(new DeleteTargetGroupCommand({ TargetGroupArn })),
    ),
  );
  const { CertificateSummaryList = [] } = await acm.send(new ListCertificatesCommand({}));
  await Promise.all(
    CertificateSummaryList.filter(({ Type }) => Type === "IMPORTED").map(({ CertificateArn }) =>
      acm.send(new DeleteCertificateCommand({ CertificateArn })),
    ),
  );
}
