import { readWorkloads } from "../../../../../core/ecs/observed/workloads";
import { targetGroupArn } from "../../../../../core/arn";
import { targetGroupLabel, targetGroupService } from "../../../../../core/lb/targetGroup/manifests";

const scope = { instance: "shop", region: "us-east-1", accountId: "000000000000" };
const arn = targetGroupArn(scope, "web");

const slice = (service: string, ready: readonly boolean[], namespace = "kecs") => ({
  kind: "EndpointSlice",
  metadata: { name: "s", namespace, labels: { "kubernetes.io/service-name": service } },
  endpoints: ready.map((each) => ({ conditions: { ready: each } })),
});
const deployment = (namespace: string, name: string, replicas: number, labels = {}) => ({
  kind: "Deployment",
  metadata: { name, namespace },
  spec: { replicas, template: { metadata: { labels } } },
  status: { readyReplicas: replicas },
});
const member = { [targetGroupLabel("web")]: "true" };
const read = (...items: object[]) => readWorkloads(JSON.stringify({ items }));

test("counts the ready targets out of all that every attached service wants", () => {
  const workloads = read(
    deployment("kecs", "a", 3, member),
    deployment("kecs", "b", 1, member),
    deployment("kecs", "other", 5),
    slice(targetGroupService("web"), [true, true, false]),
    slice("other", [true]),
    slice(targetGroupService("web"), [true], "default"),
  );
  expect(workloads.health([arn])).toEqual({ healthy: 2, desired: 4 });
});

test("counts a process among the targets that are wanted", () => {
  const host = slice(targetGroupService("web"), [true]);
  const keeper = "endpointslice.kubernetes.io/managed-by";
  const labels = { ...host.metadata.labels, [keeper]: "kecs.dev" };
  const workloads = read(
    deployment("kecs", "a", 3, member),
    slice(targetGroupService("web"), [true, true]),
    { ...host, metadata: { ...host.metadata, labels } },
  );
  expect(workloads.health([arn])).toEqual({ healthy: 3, desired: 4 });
});

test("adds up several target groups; none is no target", () => {
  const workloads = read(
    deployment("kecs", "a", 1, member),
    slice(targetGroupService("web"), [true]),
  );
  expect(workloads.health([arn, arn])).toEqual({ healthy: 2, desired: 2 });
  expect(workloads.health([])).toEqual({ healthy: 0, desired: 0 });
  expect(workloads.health(["not an ARN"])).toEqual({ healthy: 0, desired: 0 });
});

test("a slice without endpoints has no healthy target", () => {
  const empty = { ...slice(targetGroupService("web"), []), endpoints: null };
  expect(read(empty).health([arn])).toEqual({ healthy: 0, desired: 0 });
});

test("Traefik is ready when its Deployment has a ready pod", () => {
  expect(read(deployment("kecs-system", "traefik", 1)).traefikReady).toBe(true);
  expect(read(deployment("kecs-system", "traefik", 0)).traefikReady).toBe(false);
  expect(read(deployment("kecs", "traefik", 1)).traefikReady).toBe(false);
});
