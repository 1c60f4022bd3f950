import type { Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { targetGroupLabel, targetPortName } from "../../../../../core/lb/targetGroup/manifests";
import { targetGroupArn } from "../../../../../core/arn";
import type { LoadBalancing } from "../../../../helpers/api/loadBalancing";
import { NOT_FOUND, shop, SHOP_80, WEB, WEB_GROUP } from "../../../../helpers/api/loadBalancing";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { CONNECTION } from "../../../../helpers/samples";

const GATE = targetGroupLabel("web");

interface Task {
  readonly ip?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly going?: boolean;
  readonly phase?: string;
  readonly port?: string;
  readonly gated?: boolean;
  readonly ready?: boolean;
}

function pod(task: Task): Pod {
  const { ip, reason = "", message = "", going = false, gated = true, ready = true } = task;
  return {
    metadata: {
      name: `pod-${ip ?? ""}`,
      labels: { [GATE]: "true", "kecs.dev/cluster": "main", "kecs.dev/service": "web" },
      ...(going ? { deletionTimestamp: "2026-01-01T00:00:00Z" } : {}),
    },
    spec: {
      containers: [
        {
          name: "app",
          ports: [{ containerPort: 3000, name: task.port ?? targetPortName("web") }],
        },
      ],
      ...(gated ? { readinessGates: [{ conditionType: GATE }] } : {}),
    },
    status: {
      phase: task.phase ?? "Running",
      ...(ip === undefined ? {} : { podIP: ip }),
      conditions: [
        { type: "Ready", status: ready ? "True" : "False" },
        { type: GATE, status: "True", reason, message },
      ],
    },
  };
}

const withTasks = (instance: LoadBalancing, ...tasks: Task[]): LoadBalancing => {
  instance.cluster = { ...instance.cluster, pods: tasks.map(pod) };
  return instance;
};
const health = (instance: LoadBalancing, TargetGroupArn = WEB) =>
  instance.ask("DescribeTargetHealth", { TargetGroupArn }).TargetHealthDescriptions;

test.each<[string, Task, object | undefined]>([
  ["a healthy task", { ip: "10.0.0.1", reason: "Healthy" }, { State: "healthy" }],
  [
    "a task whose first check is not over",
    { ip: "10.0.0.1" },
    {
      State: "initial",
      Reason: "Elb.InitialHealthChecking",
      Description: "Initial health checks in progress",
    },
  ],
  [
    "an unhealthy task",
    { ip: "10.0.0.1", reason: "Unhealthy", message: "answers 404 instead of 200" },
    {
      State: "unhealthy",
      Reason: "Target.FailedHealthChecks",
      Description: "Health checks failed: answers 404 instead of 200",
    },
  ],
  [
    "an unhealthy task of which nothing more is said",
    { ip: "10.0.0.1", reason: "UnhealthyFailsOpen" },
    {
      State: "unhealthy",
      Reason: "Target.FailedHealthChecks",
      Description: "Health checks failed",
    },
  ],
  [
    "a task that goes",
    { ip: "10.0.0.1", reason: "Healthy", going: true },
    {
      State: "draining",
      Reason: "Target.DeregistrationInProgress",
      Description: "Target deregistration is in progress",
    },
  ],
  ["a task that Kubernetes checks", { ip: "10.0.0.1", gated: false }, { State: "healthy" }],
  [
    "a task that Kubernetes does not find ready yet",
    { ip: "10.0.0.1", gated: false, ready: false },
    expect.objectContaining({ State: "initial" }) as object,
  ],
  ["a task without an address", {}, undefined],
  ["a task that has ended", { ip: "10.0.0.1", phase: "Failed" }, undefined],
])("%s", (_, task, TargetHealth) => {
  expect(health(withTasks(shop(), task))).toEqual(
    TargetHealth === undefined
      ? []
      : [{ Target: { Id: "10.0.0.1", Port: 3000 }, HealthCheckPort: "3000", TargetHealth }],
  );
});

test("nothing is in use while no listener forwards to its target group", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", reason: "Healthy" });
  instance.ask("ModifyListener", { ListenerArn: SHOP_80, DefaultActions: [NOT_FOUND] });
  expect(health(instance)).toMatchObject([
    { TargetHealth: { State: "unused", Reason: "Target.NotInUse" } },
  ]);
});

test("a port without the target group's name is that of the service's record", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", port: "other" });
  expect(health(instance)).toMatchObject([{ Target: { Port: 80 } }]);
  const loadBalancers = [{ targetGroupArn: WEB, containerPort: 3000 }];
  instance.add({
    kind: "svc",
    key: "svc-main-web",
    arn: "arn:aws:ecs:us-east-1:000000000000:service/main/web",
    attributes: { cluster: "main", name: "web", loadBalancers },
  });
  expect(health(instance)).toMatchObject([{ Target: { Port: 3000 } }]);
});

test("the check's own port is described", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", reason: "Healthy" });
  instance.ask("ModifyTargetGroup", { TargetGroupArn: WEB, HealthCheckPort: "81" });
  expect(health(instance)).toMatchObject([{ HealthCheckPort: "81", Target: { Port: 3000 } }]);
});

test("registered addresses are targets until they are deregistered", () => {
  const instance = shop();
  const register = (...Targets: object[]) => ({
    TargetGroupArn: WEB,
    Targets: Targets as { Id: string }[],
  });
  instance.ask(
    "RegisterTargets",
    register({ Id: "192.168.1.5", Port: 3000, AvailabilityZone: "all" }),
  );
  instance.ask("RegisterTargets", register({ Id: "192.168.1.5", Port: 3000 }, { Id: "127.0.0.1" }));
  expect(instance.objects.find(({ arn }) => arn === WEB)?.attributes["targets"]).toEqual([
    "192.168.1.5:3000",
    "127.0.0.1:80",
  ]);
  expect(health(instance)).toEqual([
    {
      Target: { Id: "192.168.1.5", Port: 3000, AvailabilityZone: "all" },
      HealthCheckPort: "3000",
      TargetHealth: { State: "healthy" },
    },
    {
      Target: { Id: "127.0.0.1", Port: 80 },
      HealthCheckPort: "80",
      TargetHealth: { State: "healthy" },
    },
  ]);
  instance.ask("DeregisterTargets", register({ Id: "192.168.1.5", Port: 3000 }));
  instance.ask("DeregisterTargets", register({ Id: "192.168.1.5", Port: 3000 }));
  expect(health(instance)).toMatchObject([{ Target: { Id: "127.0.0.1" } }]);
  expect(instance.objects.find(({ arn }) => arn === WEB)?.echo).toEqual({ Zones: {} });
});

test.each<[string, object, RegExp]>([
  ["an instance", { Id: "i-0123" }, /^InvalidTarget: Targets\[0\]: "i-0123:80" has a host that is/],
  ["an address that no target can have", { Id: "224.0.0.1" }, /^ValidationError/],
])("rejects %s as a target", (_, target, message) => {
  const input = { TargetGroupArn: WEB, Targets: [target as { Id: string }] };
  expect(shop().refusal("RegisterTargets", input)).toMatch(message);
});

test("rejects a second port of an address", () => {
  const Targets = [1, 2].map((Port) => ({ Id: "192.168.1.5", Port }));
  expect(shop().refusal("RegisterTargets", { TargetGroupArn: WEB, Targets })).toMatch(
    /^InvalidTarget: Targets\[1\]: .*one port of an address in a target group/,
  );
});

test("rejects to deregister a task, which its service would bring back", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", reason: "Healthy" });
  const Targets = [{ Id: "10.0.0.1", Port: 3000 }];
  expect(instance.refusal("DeregisterTargets", { TargetGroupArn: WEB, Targets })).toMatch(
    /^InvalidTarget: Target '10.0.0.1:3000' is a task of an ECS service/,
  );
});

test("targets that are asked for are described, registered or not", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", reason: "Healthy" });
  const { TargetHealthDescriptions } = instance.ask("DescribeTargetHealth", {
    TargetGroupArn: WEB,
    Targets: [{ Id: "10.0.0.9" }, { Id: "10.0.0.1", Port: 3000 }],
    Include: ["All"],
  });
  expect(TargetHealthDescriptions).toMatchObject([
    {
      Target: { Id: "10.0.0.9", Port: 80 },
      TargetHealth: { State: "unused", Reason: "Target.NotRegistered" },
    },
    {
      Target: { Id: "10.0.0.1", Port: 3000 },
      TargetHealth: { State: "healthy" },
      AnomalyDetection: { Result: "normal" },
    },
  ]);
});

test("tasks of another target group are no targets", () => {
  const instance = withTasks(shop(), { ip: "10.0.0.1", reason: "Healthy" });
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "new" });
  expect(health(instance, targetGroupArn(CONNECTION, "new"))).toEqual([]);
});

test.each(["RegisterTargets", "DeregisterTargets", "DescribeTargetHealth"] as const)(
  "%s rejects a target group that there is not",
  (name) => {
    const TargetGroupArn = targetGroupArn(CONNECTION, "none");
    const Targets = [{ Id: "10.0.0.1" }];
    expect(shop().refusal(name, { TargetGroupArn, Targets })).toBe(
      "TargetGroupNotFound: One or more target groups not found",
    );
  },
);

const register = (instance: LoadBalancing, ...Ids: string[]) =>
  instance.ask("RegisterTargets", {
    TargetGroupArn: WEB,
    Targets: Ids.map((Id) => ({ Id: Id.split(":")[0] ?? "", Port: Number(Id.split(":")[1]) })),
  });

test.each([
  [["8.8.8.8:80"], "ValidationError The IP address '8.8.8.8' is not within the VPC"],
  [["172.32.0.1:80"], "ValidationError The IP address '172.32.0.1' is not within the VPC"],
  [
    ["10.1.1.1:9001"],
    "InvalidTarget Targets[0]: '10.1.1.1:9001' has the address of the target '10.1.1.1:9000'",
  ],
  [["10.1.1.2:1", "10.1.1.2:2"], "InvalidTarget Targets[1]: '10.1.1.2:2' has the address"],
  [["db:80"], "InvalidTarget Targets[0]: "],
])("refuses the targets %s", (given, expected) => {
  const instance = shop();
  register(instance, "10.1.1.1:9000");
  expect(refusal(() => register(instance, ...given))).toContain(expected);
});

test.each(["10.0.0.1", "100.64.0.1", "172.31.255.255", "192.168.0.1", "127.0.0.1", "localhost"])(
  "takes a target at %s",
  (id) => {
    register(shop(), `${id}:80`);
  },
);
