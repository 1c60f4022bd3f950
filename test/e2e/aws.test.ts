import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { imageNames } from "../../lab/imageNames";
import { awsCli } from "./support/awsCli";
import { eventually } from "./support/eventually";
import { ask, taskOf } from "./support/http";
import { Project } from "./support/project";
import type { StartReport } from "./support/reports";
import { startSteadyLoad } from "./support/steadyLoad";

/*
 * The AWS CLI on an instance that has nothing yet, as docs/aws-api.md shows it. The steps build on each
 * other and run in this order.
 */

const STACK = "e2eaws";
const HTTP = 18780;
const HOST = "myapp-alb.elb.amazonaws.com";
const SCRIPT = join(__dirname, "..", "..", "examples", "aws-cli", "myapp.sh");

const project = new Project();
let tools = "";

beforeAll(async () => {
  project.configure(STACK, {
    instance: STACK,
    httpPort: HTTP,
    httpsPort: 18743,
    portRangeStart: 18750,
    portRangeEnd: 18759,
    apiPort: 18773,
    sample: false,
  });
  tools = await awsCli();
}, 600_000);

afterAll(() => project.remove(STACK));

const shell = async (script: string): Promise<string> =>
  (await project.shell(STACK, `set -e\n${tools}\n${script}`)).stdout.trim();

/** Runs one aws command, and reads what it prints. */
const aws = async <T>(command: string): Promise<T> =>
  JSON.parse(await shell(`aws ${command} --output json`)) as T;

/** What one aws command is refused with. */
const refusal = (command: string): Promise<string> =>
  shell(`aws ${command} 2>&1 >/dev/null && exit 1 || true`);

interface Api {
  readonly awsApi: { readonly url: string } | null;
}

const apiProcess = (): number => {
  const cache = process.env["KECS_CACHE_DIR"] ?? join(process.env["HOME"] ?? "", ".cache", "kecs");
  const file = join(cache, "instances", STACK, "api.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly pid: number }).pid;
};

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

test("start says where the AWS API answers, and status as well", async () => {
  const { awsApi } = await project.json<StartReport & Api>(["start", "--stack", STACK]);
  expect(awsApi?.url).toBe("http://127.0.0.1:18773");
  const status = await project.json<Api>(["status", "--stack", STACK]);
  expect(status.awsApi?.url).toBe("http://127.0.0.1:18773");
});

test("the document's commands lead to three tasks that answer", async () => {
  await shell(SCRIPT);
  const tasks = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    const answer = await ask({ port: HTTP, host: HOST });
    expect(answer.status).toBe(200);
    tasks.add(taskOf(answer));
  }
  expect(tasks.size).toBe(3);
});

test("the same commands once more give what is there", async () => {
  interface Balancers {
    readonly LoadBalancers: readonly { readonly LoadBalancerArn: string }[];
  }
  const before = await aws<Balancers>("elbv2 describe-load-balancers --names myapp-alb");
  const again = await aws<Balancers>("elbv2 create-load-balancer --name myapp-alb");
  expect(again.LoadBalancers[0]?.LoadBalancerArn).toBe(before.LoadBalancers[0]?.LoadBalancerArn);
  expect(await refusal("elbv2 create-load-balancer --name myapp-alb --scheme internal")).toContain(
    "DuplicateLoadBalancerName",
  );
});

test("look-ups find the network that load balancers are described with", async () => {
  const vpc = "--query 'Vpcs[0].VpcId' --output text";
  const found = await shell(`aws ec2 describe-vpcs --filters Name=isDefault,Values=true ${vpc}`);
  const of = "--query 'LoadBalancers[0].VpcId' --output text";
  expect(await shell(`aws elbv2 describe-load-balancers --names myapp-alb ${of}`)).toBe(found);
  const zones = "--query 'Subnets[].AvailabilityZone' --output text";
  const inOrder = ["us-east-1a", "us-east-1b", "us-east-1c"].join("\t");
  expect(await shell(`aws ec2 describe-subnets --region us-east-1 ${zones}`)).toBe(inOrder);
});

test("waiters end at their first question", async () => {
  await shell(
    [
      "aws elbv2 wait load-balancer-available --names myapp-alb",
      "group=$(aws elbv2 describe-target-groups --names myapp --query 'TargetGroups[0].TargetGroupArn' --output text)",
      'aws elbv2 wait target-in-service --target-group-arn "$group"',
      "aws ecs wait services-stable --cluster myapp-cluster --services myapp",
      "tasks=$(aws ecs list-tasks --cluster myapp-cluster --query taskArns --output text)",
      "aws ecs wait tasks-running --cluster myapp-cluster --tasks $tasks",
    ].join("\n"),
  );
});

test("a rule answers as soon as it is made, and no more when it is deleted", async () => {
  await shell(
    [
      "balancer=$(aws elbv2 describe-load-balancers --names myapp-alb --query 'LoadBalancers[0].LoadBalancerArn' --output text)",
      'listener=$(aws elbv2 describe-listeners --load-balancer-arn "$balancer" --query "Listeners[0].ListenerArn" --output text)',
      'aws elbv2 create-rule --listener-arn "$listener" --priority 10 --conditions Field=path-pattern,Values=/teapot --actions Type=fixed-response,FixedResponseConfig="{StatusCode=418,ContentType=text/plain,MessageBody=tea}"',
    ].join("\n"),
  );
  const answer = await ask({ port: HTTP, host: HOST, path: "/teapot" });
  expect([answer.status, answer.body]).toEqual([418, "tea"]);
  await shell(
    [
      "balancer=$(aws elbv2 describe-load-balancers --names myapp-alb --query 'LoadBalancers[0].LoadBalancerArn' --output text)",
      'listener=$(aws elbv2 describe-listeners --load-balancer-arn "$balancer" --query "Listeners[0].ListenerArn" --output text)',
      'rule=$(aws elbv2 describe-rules --listener-arn "$listener" --query "Rules[?Priority==\'10\'].RuleArn" --output text)',
      'aws elbv2 delete-rule --rule-arn "$rule"',
    ].join("\n"),
  );
  expect((await ask({ port: HTTP, host: HOST, path: "/teapot" })).status).toBe(200);
});

test("a task that runs once ends, and says how and why", async () => {
  await shell(
    [
      "cat > job.json <<END",
      '[{"name": "job", "image": "$KECS_SAMPLE_IMAGE", "command": ["lookup", "nowhere.invalid"], "logConfiguration":',
      '  {"logDriver": "awslogs", "options": {"awslogs-group": "/myapp", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "job"}}}]',
      "END",
      "aws ecs register-task-definition --family job --container-definitions file://job.json",
    ].join("\n"),
  );
  const task = await shell(
    "aws ecs run-task --cluster myapp-cluster --task-definition job --query 'tasks[0].taskArn' --output text",
  );
  await shell(`aws ecs wait tasks-stopped --cluster myapp-cluster --tasks ${task}`);
  interface Tasks {
    readonly tasks: readonly {
      readonly stopCode: string;
      readonly containers: readonly { readonly exitCode: number }[];
    }[];
  }
  const { tasks } = await aws<Tasks>(`ecs describe-tasks --cluster myapp-cluster --tasks ${task}`);
  expect(tasks[0]).toMatchObject({
    stopCode: "EssentialContainerExited",
    containers: [{ exitCode: 1 }],
  });
  const output = "aws logs filter-log-events --log-group-name /myapp --query 'events[].message'";
  expect(await shell(output)).toContain("lookup nowhere.invalid");
});

test("a new revision and other counts lose none of 200 requests a second", async () => {
  const load = startSteadyLoad({ port: HTTP, host: HOST }, { perSecond: 200, slowMs: 3000 });
  try {
    await shell(
      [
        "cat > definitions.json <<END",
        `[{"name": "web", "image": "${imageNames.echo}", "environment": [{"name": "PORT", "value": "80"}], "portMappings": [{"containerPort": 80}]}]`,
        "END",
        "aws ecs register-task-definition --family myapp --container-definitions file://definitions.json",
        "aws ecs update-service --cluster myapp-cluster --service myapp --task-definition myapp",
        "aws ecs wait services-stable --cluster myapp-cluster --services myapp",
        "aws ecs update-service --cluster myapp-cluster --service myapp --desired-count 1",
        "aws ecs wait services-stable --cluster myapp-cluster --services myapp",
        "aws ecs update-service --cluster myapp-cluster --service myapp --desired-count 3",
        "aws ecs wait services-stable --cluster myapp-cluster --services myapp",
      ].join("\n"),
    );
  } finally {
    await load.stop();
  }
  const report = load.report();
  process.stderr.write(`update-service: ${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({ other: 0, broken: 0, failures: [] });
  expect(report.requests).toBeGreaterThan(1000);
});

test("a revision that cannot start is rolled back at once, and the task before it stays", async () => {
  await shell(
    [
      "good=$(aws ecs describe-task-definition --task-definition myapp --query taskDefinition.taskDefinitionArn --output text)",
      "aws ecs create-service --cluster myapp-cluster --service-name guarded --task-definition $good --desired-count 1 --deployment-configuration 'deploymentCircuitBreaker={enable=true,rollback=true}'",
      "aws ecs wait services-stable --cluster myapp-cluster --services guarded",
      "cat > broken.json <<END",
      `[{"name": "web", "image": "${imageNames.echo}", "entryPoint": ["/nope"]}]`,
      "END",
      "aws ecs register-task-definition --family broken --container-definitions file://broken.json",
      "aws ecs update-service --cluster myapp-cluster --service guarded --task-definition broken",
    ].join("\n"),
  );
  interface Guarded {
    readonly services: readonly {
      readonly taskDefinition: string;
      readonly runningCount: number;
      readonly deployments: readonly object[];
    }[];
  }
  await eventually(
    async () => {
      const { services } = await aws<Guarded>(
        "ecs describe-services --cluster myapp-cluster --services guarded",
      );
      expect(services[0]).toMatchObject({
        taskDefinition: expect.stringContaining(":task-definition/myapp:") as string,
        runningCount: 1,
        deployments: [{ rolloutState: "COMPLETED" }],
      });
    },
    { timeoutMs: 120_000 },
  );
  const statuses = await shell(
    "aws ecs list-service-deployments --cluster myapp-cluster --service guarded --query 'serviceDeployments[].status' --output text",
  );
  expect(statuses).toContain("ROLLBACK_SUCCESSFUL");
  await shell("aws ecs delete-service --cluster myapp-cluster --service guarded --force");
});

test("an API that was killed comes back with the next start, and has lost nothing", async () => {
  const pid = apiProcess();
  process.kill(pid, "SIGKILL");
  await eventually(() =>
    isAlive(pid) ? Promise.reject(new Error("it lives")) : Promise.resolve(),
  );
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(200);
  const { awsApi } = await project.json<Api>(["start", "--stack", STACK]);
  expect(awsApi?.url).toBe("http://127.0.0.1:18773");
  expect(apiProcess()).not.toBe(pid);
  interface Services {
    readonly services: readonly { readonly status: string; readonly runningCount: number }[];
  }
  const found = await aws<Services>(
    "ecs describe-services --cluster myapp-cluster --services myapp",
  );
  expect(found.services[0]).toMatchObject({ status: "ACTIVE", runningCount: 3 });
});

test("what is in use stays, and all goes in AWS's order", async () => {
  expect(await refusal("ecs delete-cluster --cluster myapp-cluster")).toContain(
    "ClusterContainsServicesException",
  );
  const group =
    "$(aws elbv2 describe-target-groups --names myapp --query 'TargetGroups[0].TargetGroupArn' --output text)";
  expect(await refusal(`elbv2 delete-target-group --target-group-arn ${group}`)).toContain(
    "ResourceInUse",
  );
  await shell(
    [
      `group=${group}`,
      "balancer=$(aws elbv2 describe-load-balancers --names myapp-alb --query 'LoadBalancers[0].LoadBalancerArn' --output text)",
      'aws elbv2 delete-load-balancer --load-balancer-arn "$balancer"',
      'aws elbv2 wait load-balancers-deleted --load-balancer-arns "$balancer"',
      "aws ecs delete-service --cluster myapp-cluster --service myapp --force",
      "aws ecs wait services-inactive --cluster myapp-cluster --services myapp",
      'aws elbv2 delete-target-group --target-group-arn "$group"',
      "aws ecs delete-cluster --cluster myapp-cluster",
    ].join("\n"),
  );
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(404);
  expect(
    await shell(
      "kubectl get deployments,ingressroutes.traefik.io -n kecs -l kecs.dev/owner=api -o name",
    ),
  ).toBe("");
});

test("stop ends the API", async () => {
  const pid = apiProcess();
  await project.json(["stop", "--stack", STACK]);
  expect(isAlive(pid)).toBe(false);
});
