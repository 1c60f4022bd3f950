import { readWorkloads } from "../../../../core/ecs/observed/workloads";
import { idleListeners } from "../../../../cluster/kubernetes/idleListeners";
import type { StackListener } from "../../../../core/outputs/stackListeners";
import { recordManifest } from "../../../../core/records/manifest";
import { serviceRecord } from "../../../../core/ecs/service/record";
import { targetGroupArn } from "../../../../core/arn";
import { targetGroupLabel } from "../../../../core/lb/targetGroup/manifests";
import { withPrograms } from "../../../helpers/fakePrograms";
import { CONNECTION } from "../../../helpers/samples";

const arn = (name: string): string => targetGroupArn(CONNECTION, name);
const listener = (...groups: readonly string[]) =>
  ({ alb: "a", targetGroups: groups.map(arn) }) as unknown as StackListener;
const service = (name: string, desiredCount: number | undefined, group: string) => {
  const loadBalancers = [{ targetGroupArn: arn(group), containerName: "web", containerPort: 80 }];
  const of = { name, taskDefinition: "t", loadBalancers, connection: CONNECTION };
  const content = serviceRecord(
    { ...of, ...(desiredCount === undefined ? {} : { desiredCount }) } as unknown as Parameters<
      typeof serviceRecord
    >[0],
    "main",
    "arn",
    { namedPorts: [], endpoints: [] },
  );
  return recordManifest(content, "shop/dev");
};
const workloads = (replicas: Readonly<Record<string, number>>) =>
  readWorkloads(
    JSON.stringify({
      items: Object.entries(replicas).map(([group, count]) => ({
        kind: "Deployment",
        metadata: { name: group, namespace: "kecs" },
        spec: {
          replicas: count,
          template: { metadata: { labels: { [targetGroupLabel(group)]: "true" } } },
        },
      })),
    }),
  );

async function look(
  listeners: readonly StackListener[],
  replicas: Readonly<Record<string, number>> | undefined,
  then: string,
) {
  const found = replicas === undefined ? undefined : workloads(replicas);
  const idle: StackListener[] = [];
  const calls = await withPrograms({ docker: [{ when: "", then }] }, async () => {
    idle.push(...(await idleListeners("shop", listeners, found)));
  });
  return { idle, calls };
}

const records = (...items: readonly object[]) => `echo '${JSON.stringify({ items })}'`;

test("a listener whose services want no task is asked for nothing", async () => {
  const web = listener("web");
  const stored = records(service("web", 0, "web"), service("api", 2, "api"));
  expect((await look([web], { web: 0, api: 2 }, stored)).idle).toEqual([web]);
});

test("nor is one whose group no service is attached to", async () => {
  const web = listener("web");
  expect((await look([web], {}, records())).idle).toEqual([web]);
});

test.each<[string, StackListener, Record<string, number> | undefined, string]>([
  ["somebody scaled it down", listener("web"), { web: 0 }, records(service("web", 3, "web"))],
  ["a number was left out", listener("web"), {}, records(service("web", undefined, "web"))],
  [
    "one of two services wants tasks",
    listener("web"),
    { web: 0 },
    records(service("a", 0, "web"), service("b", 1, "web")),
  ],
  [
    "one of its groups wants tasks",
    listener("web", "api"),
    {},
    records(service("a", 0, "web"), service("b", 1, "api")),
  ],
  ["the records cannot be read", listener("web"), { web: 0 }, "exit 1"],
  ["the cluster does not tell", listener("web"), undefined, records()],
  ["it has no target group", listener(), {}, records()],
])("a listener waits for an answer where %s", async (_, web, replicas, stored) => {
  expect((await look([web], replicas, stored)).idle).toEqual([]);
});

test("records are asked for only where a group is empty", async () => {
  const { calls } = await look([listener("web")], { web: 2 }, records());
  expect(calls).toEqual([]);
});
