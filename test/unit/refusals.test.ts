import {
  Alb,
  EcsCluster,
  EcsService,
  Listener,
  TargetGroup,
  TaskDefinition,
  type ListenerArgs,
} from "../../components";
import { loadBalancerArn, targetGroupArn } from "../../core/arn";
import { deploy, type Registration } from "../helpers/deploy";
import { CONNECTION, NARROW } from "../helpers/samples";

const connection = CONNECTION;
const ALB_ARN = loadBalancerArn(CONNECTION, "myapp-alb");
const GROUP_ARN = targetGroupArn(CONNECTION, "front");

const circular: Record<string, unknown> = {};
circular["self"] = circular;

describe("a program is rejected", () => {
  async function issues(program: () => unknown): Promise<{ codes: string[]; children: number }> {
    const registered: Registration[] = [];
    const error: unknown = await deploy(program, {}, registered).catch((of: unknown) => of);
    const children = registered.filter(({ parent }) => parent !== undefined).length;
    const { issues: all = [] } = error as { issues?: { code: string; path: string }[] };
    return { codes: all.map(({ code, path }) => `${code} ${path}`), children };
  }
  const listen = (name: string, more: Partial<ListenerArgs> = {}) =>
    new Listener(name, {
      connection,
      loadBalancerArn: ALB_ARN,
      port: 80,
      defaultActions: [{ type: "forward", targetGroupArn: GROUP_ARN }],
      ...more,
    });

  test.each<[string, () => unknown, string[]]>([
    [
      "for every problem of a load balancer at once",
      () => new Alb("a_b", { connection, idleTimeout: 0, hostnames: ["x"] }),
      [
        'KECS1001 Alb("a_b").name',
        'KECS1012 Alb("a_b").hostnames[0]',
        'KECS1011 Alb("a_b").idleTimeout',
      ],
    ],
    [
      "for every problem of a listener at once",
      () => listen("a", { port: 0, protocol: "TCP" }),
      ['KECS1011 Listener("a").port', 'KECS1008 Listener("a").protocol'],
    ],
    [
      "for a listener without a local port",
      () => listen("a", { port: 8081, connection: NARROW }),
      ['KECS1005 Listener("a").port'],
    ],
    [
      "for arguments that hold themselves",
      () => new Alb("a", { connection, tags: circular as never }),
      ['KECS1024 Alb("a").tags'],
    ],
    [
      "for a connection that holds itself",
      () => new Alb("a", { connection: circular as never }),
      ['KECS1024 Alb("a").connection'],
    ],
    [
      "for values of another kind",
      () =>
        new EcsService("a", {
          connection,
          cluster: "c",
          taskDefinition: "t",
          loadBalancers: [null as never],
        }),
      ['KECS1024 EcsService("a").loadBalancers[0]'],
    ],
    [
      "for a target group",
      () => new TargetGroup("a", { connection, port: 0 }),
      ['KECS1011 TargetGroup("a").port'],
    ],
    [
      "for a cluster",
      () => new EcsCluster("a.b", { connection }),
      ['KECS1001 EcsCluster("a.b").name'],
    ],
    [
      "for a task definition",
      () => new TaskDefinition("a", { connection, containerDefinitions: [] }),
      ['KECS1011 TaskDefinition("a").containerDefinitions'],
    ],
    [
      "for a service",
      () => new EcsService("a", { connection, cluster: "c", taskDefinition: "t" }),
      ['KECS1010 EcsService("a").cluster', 'KECS1010 EcsService("a").taskDefinition'],
    ],
  ])("%s, and registers no child", async (_, program, expected) => {
    expect(await issues(program)).toEqual({ codes: expected, children: 0 });
  });

  test.each<[string, () => unknown, string[]]>([
    [
      "for two listeners on one port",
      () => {
        listen("a");
        listen("b");
      },
      ['KECS1007 Listener("b").port'],
    ],
    [
      "for two listeners on one local port",
      () => {
        listen("a", { port: 8081 });
        listen("b", { port: 8091 });
      },
      ['KECS1006 Listener("b").port'],
    ],
    [
      "for two load balancers with one name",
      () => {
        new Alb("a", { connection });
        new Alb("b", { connection, name: "a" });
      },
      ['KECS1001 Alb("b").name'],
    ],
    [
      "for two load balancers with one host name",
      () => {
        new Alb("a", { connection, hostnames: ["x.test"] });
        new Alb("b", { connection, hostnames: ["X.test"] });
      },
      ['KECS1012 Alb("b")'],
    ],
    [
      "for two target groups with one name",
      () => {
        new TargetGroup("a", { connection });
        new TargetGroup("b", { connection, name: "a" });
      },
      ['KECS1001 TargetGroup("b").name'],
    ],
    [
      "for two clusters with one name",
      () => {
        new EcsCluster("a", { connection });
        new EcsCluster("b", { connection, name: "a" });
      },
      ['KECS1001 EcsCluster("b").name'],
    ],
    [
      "for two task definitions of one family",
      () => {
        const containerDefinitions = [{ name: "web", image: "nginx:1.27" }];
        new TaskDefinition("a", { connection, containerDefinitions });
        new TaskDefinition("b", { connection, family: "a", containerDefinitions });
      },
      ['KECS1001 TaskDefinition("b").family'],
    ],
  ])("%s", async (_, program, expected) => {
    expect((await issues(program)).codes).toEqual(expected);
  });

  test("not for two listeners that localPort keeps apart, nor for one port of two load balancers", async () => {
    const other = loadBalancerArn(CONNECTION, "other");
    const { codes } = await issues(() => {
      listen("a", { port: 8081 });
      listen("b", { port: 8091, localPort: 9002 });
      listen("c", { port: 8081, loadBalancerArn: other });
    });
    expect(codes).toEqual([]);
  });
});
