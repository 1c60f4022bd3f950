import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { AlbArgs, ListenerArgs, ListenerRuleArgs, TargetGroupArgs } from "../../components";
import { Alb, TargetGroup } from "../../components";
import type {
  AwsListenerArgs,
  AwsListenerRuleArgs,
  AwsLoadBalancerArgs,
  AwsTargetGroupArgs,
} from "../helpers/awsShapes";
import { deploy } from "../helpers/deploy";
import { CONNECTION } from "../helpers/samples";

const connection = CONNECTION;
const nothing = <T>(): pulumi.Output<T | undefined> => pulumi.output(undefined);

/** That it compiles is the test. */
function spread(aws: {
  readonly alb: AwsLoadBalancerArgs;
  readonly listener: AwsListenerArgs;
  readonly rule: AwsListenerRuleArgs;
  readonly group: AwsTargetGroupArgs;
}) {
  const alb: AlbArgs = { connection, ...aws.alb };
  const listener: ListenerArgs = { connection, ...aws.listener, port: 80 };
  const rule: ListenerRuleArgs = { connection, ...aws.rule, priority: 1 };
  const group: TargetGroupArgs = { connection, ...aws.group };
  return { alb, listener, rule, group };
}

test("takes typed arguments of aws.lb as they are", () => {
  const actions = [{ type: "forward", targetGroupArn: "arn", order: undefined }];
  const made = spread({
    alb: { name: "web", idleTimeout: nothing<number>() },
    listener: { loadBalancerArn: "arn", defaultActions: actions },
    rule: { listenerArn: "arn", actions, conditions: [{ pathPattern: { values: ["/a"] } }] },
    group: { port: 80, healthCheck: { path: nothing<string>() } },
  });
  expect(made.alb).toEqual({ connection, name: "web", idleTimeout: expect.anything() as unknown });
});

test("takes nothing inside of an Output for what is not given", async () => {
  const deployment = await deploy(() => {
    const group: AwsTargetGroupArgs = {
      name: nothing<string>(),
      port: nothing<number>(),
      protocol: nothing<string>(),
      stickiness: nothing(),
      healthCheck: { path: nothing<string>(), port: nothing<string>() },
    };
    new TargetGroup("group", { connection, ...group });
    const alb: AwsLoadBalancerArgs = { name: nothing<string>(), subnets: nothing<string[]>() };
    new Alb("web", { connection, ...alb });
  });
  const names = deployment.resources
    .filter(({ name }) => name.endsWith("-record"))
    .map(({ inputs }) => (inputs["metadata"] as { name: string }).name);
  expect(names.sort()).toEqual(["lb-web", "tg-group"]);
});

test("lets every optional argument of every component be nothing", () => {
  const filesOf = (folder: string, form: RegExp): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => join(folder, file))
      .filter((file) => form.test(file));
  const args = filesOf("components", /\.ts$/);
  const values = filesOf("core", /\/values\/\w+\.ts$/);
  expect(values).toContain("core/ecs/taskDefinition/values/container.ts");
  const optional = (files: readonly string[], form: RegExp): string[] =>
    files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(form)]
        .filter(([, , type = ""]) => !type.trimEnd().endsWith("| undefined"))
        .map(([, name]) => `${file} ${name ?? ""}`),
    );
  const strict = [
    ...optional(args, /readonly (\w+)\?:\s*pulumi\.Input<([^;]*)>;/g),
    ...optional(values, /readonly (\w+)\?:\s*([^;]*);/g),
  ];
  expect(strict).toEqual([]);
});
