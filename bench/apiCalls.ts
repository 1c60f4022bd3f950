import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { quantile } from "./measure";

/** What a call of the AWS API costs, until its effect is there. */
export interface CallRow {
  readonly operation: string;
  readonly calls: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly seconds: number;
}

const RULES = 100;
const OTHERS = 20;

/**
 * Calls the AWS API of an instance with the sample application, one call after the other: 100 rules by 100
 * calls, and 20 or 100 of others. What it makes it removes.
 */
export async function measureApi(endpoint: string): Promise<CallRow[]> {
  const settings = {
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "kecs", secretAccessKey: "kecs" },
  };
  const elb = new ElasticLoadBalancingV2Client(settings);
  const ecs = new ECSClient(settings);
  const fixed = (StatusCode: string) => [
    { Type: "fixed-response" as const, FixedResponseConfig: { StatusCode } },
  ];
  const rows: CallRow[] = [];
  const measure = async <T>(
    operation: string,
    calls: number,
    call: (i: number) => Promise<T>,
  ): Promise<T[]> => {
    process.stderr.write(`… ${operation}, ${calls} calls\n`);
    const times: number[] = [];
    const answers: T[] = [];
    for (let i = 0; i < calls; i += 1) {
      const since = performance.now();
      answers.push(await call(i));
      times.push(performance.now() - since);
    }
    rows.push({
      operation,
      calls,
      p50Ms: Math.round(quantile(times, 0.5) * 10) / 10,
      p99Ms: Math.round(quantile(times, 0.99) * 10) / 10,
      seconds: Math.round(times.reduce((sum, time) => sum + time, 0) / 100) / 10,
    });
    return answers;
  };

  const balancers = await measure("CreateLoadBalancer", OTHERS, (i) =>
    elb.send(new CreateLoadBalancerCommand({ Name: `bench-${i}` })),
  );
  const arns = balancers.map(({ LoadBalancers: [of] = [] }) => of?.LoadBalancerArn);
  const groups = await measure("CreateTargetGroup", OTHERS, (i) =>
    elb.send(
      new CreateTargetGroupCommand({
        Name: `bench-${i}`,
        Protocol: "HTTP",
        Port: 80,
        TargetType: "ip",
      }),
    ),
  );
  const listeners = await measure("CreateListener", OTHERS, (i) =>
    elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: arns[i],
        Protocol: "HTTP",
        Port: 80,
        DefaultActions: fixed("404"),
      }),
    ),
  );
  const ListenerArn = listeners[0]?.Listeners?.[0]?.ListenerArn;
  const rules = await measure("CreateRule", RULES, (i) =>
    elb.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority: i + 1,
        Conditions: [{ Field: "path-pattern", Values: [`/bench/${i}`] }],
        Actions: fixed("200"),
      }),
    ),
  );
  await measure("ModifyRule", OTHERS, (i) =>
    elb.send(
      new ModifyRuleCommand({
        RuleArn: rules[i]?.Rules?.[0]?.RuleArn,
        Actions: fixed("201"),
      }),
    ),
  );
  await measure("DescribeRules", RULES, () => elb.send(new DescribeRulesCommand({ ListenerArn })));
  await measure("DescribeServices", RULES, () =>
    ecs.send(new DescribeServicesCommand({ cluster: "sample", services: ["sample"] })),
  );
  await measure("DeleteLoadBalancer", OTHERS, (i) =>
    elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arns[i] })),
  );
  await measure("DeleteTargetGroup", OTHERS, (i) =>
    elb.send(
      new DeleteTargetGroupCommand({
        TargetGroupArn: groups[i]?.TargetGroups?.[0]?.TargetGroupArn,
      }),
    ),
  );
  return rows;
}
