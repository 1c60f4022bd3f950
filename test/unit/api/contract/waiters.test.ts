import {
  waitUntilServicesInactive,
  waitUntilServicesStable,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from "@aws-sdk/client-ecs";
import {
  waitUntilLoadBalancerAvailable,
  waitUntilLoadBalancerExists,
  waitUntilLoadBalancersDeleted,
  waitUntilTargetDeregistered,
  waitUntilTargetInService,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { loadBalancer, service } from "../../../helpers/api/contract/shop";
import { runOne } from "../../../helpers/api/contract/tasks";
import { memoryApi, only, type MemoryApi } from "../../../helpers/api/memoryApi";

/* AWS's own waiters: a state that is there at the first poll saves their pause of 6 or 15 seconds. */

const api = memoryApi();

const WAIT = { minDelay: 1, maxDelay: 1, maxWaitTime: 4 };
const SERVICE = { cluster: "main", services: ["web"] };

const groupOf = async ({ elb }: MemoryApi) =>
  only((await elb.describeTargetGroups({})).TargetGroups).TargetGroupArn;

const ends = async (of: MemoryApi, arn: string): Promise<void> => {
  await of.ecs.stopTask({ cluster: "main", task: arn });
};

type Waits = (of: MemoryApi) => Promise<{ readonly state: string }>;

const SUCCEED: Readonly<Record<string, Waits>> = {
  async "load-balancer-available"(of) {
    await loadBalancer(of);
    return waitUntilLoadBalancerAvailable({ client: of.elb, ...WAIT }, { Names: ["shop"] });
  },
  async "load-balancer-exists"(of) {
    await loadBalancer(of);
    return waitUntilLoadBalancerExists({ client: of.elb, ...WAIT }, { Names: ["shop"] });
  },
  async "load-balancers-deleted"(of) {
    const LoadBalancerArns = [await loadBalancer(of)];
    await of.elb.deleteLoadBalancer({ LoadBalancerArn: LoadBalancerArns[0] });
    return waitUntilLoadBalancersDeleted({ client: of.elb, ...WAIT }, { LoadBalancerArns });
  },
  async "target-in-service"(of) {
    await service(of);
    const TargetGroupArn = await groupOf(of);
    return waitUntilTargetInService({ client: of.elb, ...WAIT }, { TargetGroupArn });
  },
  async "target-deregistered"(of) {
    await service(of);
    const TargetGroupArn = await groupOf(of);
    const Targets = [{ Id: "10.0.0.7", Port: 80 }];
    await of.elb.registerTargets({ TargetGroupArn, Targets });
    await of.elb.deregisterTargets({ TargetGroupArn, Targets });
    return waitUntilTargetDeregistered({ client: of.elb, ...WAIT }, { TargetGroupArn, Targets });
  },
  async "services-stable"(of) {
    await service(of);
    return waitUntilServicesStable({ client: of.ecs, ...WAIT }, SERVICE);
  },
  async "services-inactive"(of) {
    await service(of);
    await of.ecs.deleteService({ cluster: "main", service: "web", force: true });
    return waitUntilServicesInactive({ client: of.ecs, ...WAIT }, SERVICE);
  },
  async "tasks-running"(of) {
    const tasks = [await runOne(of)];
    return waitUntilTasksRunning({ client: of.ecs, ...WAIT }, { cluster: "main", tasks });
  },
  async "tasks-stopped"(of) {
    const arn = await runOne(of);
    await ends(of, arn);
    return waitUntilTasksStopped({ client: of.ecs, ...WAIT }, { cluster: "main", tasks: [arn] });
  },
};

test.each(Object.entries(SUCCEED))("%s ends at its first poll", async (_, wait) => {
  expect(await wait(api())).toMatchObject({ state: "SUCCESS" });
  const last = api().calls.at(-1);
  const polls = api().calls.slice(api().calls.findLastIndex((call) => call !== last) + 1);
  expect(polls).toHaveLength(1);
});

const FAIL: Readonly<Record<string, Waits>> = {
  async "services-stable, of a service that nobody made"(of) {
    await of.ecs.createCluster({ clusterName: "main" });
    return waitUntilServicesStable({ client: of.ecs, ...WAIT }, SERVICE);
  },
  async "services-stable, of a service that is gone"(of) {
    await service(of);
    await of.ecs.deleteService({ cluster: "main", service: "web", force: true });
    return waitUntilServicesStable({ client: of.ecs, ...WAIT }, SERVICE);
  },
  async "services-inactive, of a service that nobody made"(of) {
    await of.ecs.createCluster({ clusterName: "main" });
    return waitUntilServicesInactive({ client: of.ecs, ...WAIT }, SERVICE);
  },
  async "tasks-running, of a task that has stopped"(of) {
    const arn = await runOne(of);
    await ends(of, arn);
    return waitUntilTasksRunning({ client: of.ecs, ...WAIT }, { cluster: "main", tasks: [arn] });
  },
  async "tasks-running, of a task that nobody started"(of) {
    await of.ecs.createCluster({ clusterName: "main" });
    const tasks = ["0".repeat(32)];
    return waitUntilTasksRunning({ client: of.ecs, ...WAIT }, { cluster: "main", tasks });
  },
};

test.each(Object.entries(FAIL))("%s, fails at its first poll", async (_, wait) => {
  await expect(wait(api())).rejects.toThrow('"FAILURE"');
});

test("load-balancer-available goes on while there is none", async () => {
  const waiting = waitUntilLoadBalancerAvailable(
    { client: api().elb, ...WAIT },
    { Names: ["shop"] },
  );
  await loadBalancer(api());
  expect((await waiting).state).toBe("SUCCESS");
});
