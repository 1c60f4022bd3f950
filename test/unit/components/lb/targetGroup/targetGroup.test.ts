import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, TargetGroup, TaskDefinition } from "../../../../../components";
import { targetGroupArn } from "../../../../../core/arn";
import { digest } from "../../../../../core/naming";
import { findTargetGroup } from "../../../../../components/controlPlane/targetGroups";
import { run } from "../../../../../cluster/process/run";
import { hostTargetManifest } from "../../../../../core/lb/targetGroup/manifests";
import { targetGroupModel } from "../../../../../core/lb/targetGroup/model";
import { deploy, UNKNOWN, type Deployment, type DeployOptions } from "../../../../helpers/deploy";
import { CONNECTION } from "../../../../helpers/samples";

jest.mock("../../../../../cluster/process/run");

const SLICE = "kubernetes:discovery.k8s.io/v1:EndpointSlice";
const SERVICE = "kubernetes:core/v1:Service";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

/** What Docker says of the cluster's network: nothing where there is none. No cluster answers. */
const network = (gateway: string): void => {
  jest
    .mocked(run)
    .mockReset()
    .mockImplementation((argv) => {
      if (argv.includes("kubectl")) {
        return Promise.resolve({ code: 1, stdout: "", stderr: "No such container: node" });
      }
      const stdout = argv[1] === "exec" ? "" : gateway;
      return Promise.resolve({ code: 0, stderr: "", stdout });
    });
};
beforeEach(() => {
  network("172.18.0.1");
});

describe("a target group with processes", () => {
  const make = (targets: string[], options?: DeployOptions) =>
    deploy(() => new TargetGroup("web", { connection: CONNECTION, targets }), options);
  const slices = (made: Deployment) =>
    made.ofType(SLICE).map(({ name, parent, inputs: { metadata, endpoints, ports } }) => ({
      name,
      parent,
      endpoints,
      ports,
      metadata,
    }));
  const slice = (host: string, port: number, addresses: unknown[]) => {
    const { metadata, ports } = hostTargetManifest("web", { host, port });
    const endpoints = [{ addresses, conditions: { ready: true } }];
    return { name: `web-${host}`, parent: "kecs:lb:TargetGroup::web", endpoints, ports, metadata };
  };

  test("has a slice for each, this machine by the address that the cluster sees", async () => {
    const made = await make(["127.0.0.1:3000", "192.168.1.5:80"]);
    expect(slices(made)).toEqual([
      slice("localhost", 3000, ["172.18.0.1"]),
      slice("192.168.1.5", 80, ["192.168.1.5"]),
    ]);
  });

  test("knows all but the address in the preview that makes the cluster", async () => {
    network("");
    const made = await make(["localhost:3000", "192.168.1.5:80"], { preview: true });
    expect(slices(made)).toEqual([
      { ...slice("localhost", 3000, []), endpoints: UNKNOWN },
      slice("192.168.1.5", 80, ["192.168.1.5"]),
    ]);
    expect(made.outputs.get("kecs:lb:TargetGroup::web")).toMatchObject({ name: "web" });
  });

  test("knows the address in the preview of a cluster that is there", async () => {
    const made = await make(["localhost:3000"], { preview: true });
    expect(slices(made)).toEqual([slice("localhost", 3000, ["172.18.0.1"])]);
  });

  test("asks Docker for no address without a process on this machine", async () => {
    await make(["192.168.1.5:80"]);
    await make([]);
    // The records of the instance are asked for, since another stack made it.
    const others = jest.mocked(run).mock.calls.filter(([argv]) => !argv.includes("kubectl"));
    expect(others).toEqual([]);
  });
});

test("lets listeners and services of the program know its values, with warnings as well", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const args = { slowStart: 30, stickiness: { type: "lb_cookie" }, healthCheck: { path: "/h" } };
  const arn = targetGroupArn(CONNECTION, "web");
  await deploy(() => {
    new TargetGroup("web", { connection: CONNECTION, ...args });
    expect(findTargetGroup(arn)).toEqual({
      model: targetGroupModel({ name: "web", ...args }, arn),
      values: { connection: CONNECTION, name: "web", ...args },
    });
  });
  expect(warn.mock.calls).toEqual([
    ['KECS1013: TargetGroup("web").slowStart: "30" is without effect here'],
  ]);
  warn.mockRestore();
});

describe("a container port in several target groups", () => {
  const attach = (group: TargetGroup, containerPort = 80) => ({
    targetGroupArn: group.arn,
    containerName: "web",
    containerPort,
  });
  const groups = (connection: pulumi.Input<typeof CONNECTION>) =>
    ["a", "b"].map((name) => new TargetGroup(name, { connection })) as [TargetGroup, TargetGroup];
  const service = (
    name: string,
    loadBalancers: ReturnType<typeof attach>[],
    connection: pulumi.Input<typeof CONNECTION>,
  ) => {
    const ports = [80, 81, 82].map((containerPort) => ({ containerPort }));
    const containerDefinitions = [{ name: "web", image: "nginx:1.27", portMappings: ports }];
    const { arn } = new TaskDefinition(name, { connection, containerDefinitions });
    const cluster = new EcsCluster(name, { connection }).arn;
    return new EcsService(name, { connection, cluster, taskDefinition: arn, loadBalancers });
  };
  const targetPort = (made: Deployment, name: string) =>
    (made.one(SERVICE, name).inputs["spec"] as { ports: { targetPort: unknown }[] }).ports[0]
      ?.targetPort;
  const portName = (made: Deployment, name: string) => {
    type Spec = { template: { spec: { containers: { ports: { name?: string }[] }[] } } };
    const spec = made.one(DEPLOYMENT, name).inputs["spec"] as Spec;
    return spec.template.spec.containers[0]?.ports[0]?.name;
  };
  const named = (group: string) => `tg-${digest(group, 8)}`;

  test.each<[string, pulumi.Input<typeof CONNECTION>, DeployOptions]>([
    ["an update", CONNECTION, {}],
    ["a preview", CONNECTION, { preview: true }],
    ["a connection of another stack", pulumi.output(CONNECTION), {}],
  ])(
    "bears the name of the first, and the second goes by number, in %s",
    async (_, of, options) => {
      const made = await deploy(() => {
        const [a, b] = groups(of);
        service("s", [attach(a), attach(b)], of);
      }, options);
      expect([targetPort(made, "a"), targetPort(made, "b")]).toEqual([named("a"), 80]);
      expect(portName(made, "s")).toBe(named("a"));
    },
  );

  test("bears the name of the one that a later service joins on another port", async () => {
    const made = await deploy(() => {
      const [a, b] = groups(CONNECTION);
      service("s", [attach(a), attach(b)], CONNECTION);
      service("t", [attach(b, 81)], CONNECTION);
    });
    expect([targetPort(made, "a"), targetPort(made, "b")]).toEqual([80, named("b")]);
    expect(portName(made, "s")).toBe(named("b"));
  });

  const codes = async (program: () => unknown) => {
    const error: unknown = await deploy(program).catch((of: unknown) => of);
    const { issues = [] } = error as { issues?: { code: string; path: string }[] };
    return issues.map(({ code, path }) => `${code} ${path}`);
  };

  test("is rejected where both reach tasks on several ports", async () => {
    expect(
      await codes(() => {
        const [a, b] = groups(CONNECTION);
        service("s", [attach(a), attach(b)], CONNECTION);
        service("t", [attach(a, 81), attach(b, 82)], CONNECTION);
      }),
    ).toEqual(['KECS1013 EcsService("t").loadBalancers']);
  });

  test("joins one target group that nobody can tell in time by name", async () => {
    const made = await deploy(() => {
      const [a] = groups(CONNECTION);
      const later = pulumi.output([attach(a)]);
      service("s", later as unknown as ReturnType<typeof attach>[], CONNECTION);
    });
    expect([targetPort(made, "a"), portName(made, "s")]).toEqual([named("a"), named("a")]);
  });

  test("is rejected where a target group was made before an await", async () => {
    expect(
      await codes(async () => {
        const [a, b] = groups(CONNECTION);
        await new Promise((resolve) => {
          pulumi.all([a.nodes.service.id, b.nodes.service.id]).apply(resolve);
        });
        service("s", [attach(a), attach(b)], CONNECTION);
      }),
    ).toEqual(['KECS1013 EcsService("s").loadBalancers']);
  });
});
