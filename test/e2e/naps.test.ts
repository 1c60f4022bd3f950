import { existsSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { CreateClusterCommand, ECSClient } from "@aws-sdk/client-ecs";
import { ask } from "./support/http";
import { Project } from "./support/project";
import type { StartReport, StatusReport } from "./support/reports";

/*
 * An instance that sleeps and wakes, and is started, stopped and removed while it sleeps; and what is left of
 * another one when its project is gone. The steps build on each other and run in this order.
 */

const STACK = "e2enaps";
const ORPHAN = "e2enapsgone";
const HTTP = 27380;
const HOST = "e2enaps-alb.elb.amazonaws.com";
const CONTAINERS = "k3d-kecs-e2enaps-server-0 k3d-kecs-e2enaps-serverlb";
/** Longer than Kubernetes waits for a sign of life of a node. */
const LONG_MS = 60_000;

interface Api {
  readonly awsApi: { readonly url: string; readonly since: string } | null;
}

const project = new Project();
const gone = new Project();
let started = "";
let fellAsleep = 0;

beforeAll(() => {
  project.configure(STACK, {
    instance: STACK,
    httpPort: HTTP,
    httpsPort: 27383,
    apiPort: 27388,
    sample: true,
  });
  gone.configure(ORPHAN, { instance: ORPHAN, httpPort: 27480, httpsPort: 27483, apiPort: 27488 });
});

afterAll(async () => {
  if (existsSync(gone.folder)) await gone.remove(ORPHAN);
  await project.remove(STACK);
});

const shell = async (script: string): Promise<string> =>
  (await project.shell(STACK, script)).stdout.trim();
const kecs = (command: string) => project.kecs([...command.split(" "), "--stack", STACK]);
const status = () => project.json<StatusReport & Api>(["status", "--stack", STACK]);
const code = async (): Promise<number> => (await ask({ port: HTTP, host: HOST })).status;
const inspect = (of: string): Promise<string> =>
  shell(`docker inspect -f '{{${of}}}' ${CONTAINERS}`);

/** Has the AWS API make an ECS cluster. */
async function createCluster(clusterName: string): Promise<string | undefined> {
  const credentials = { accessKeyId: "kecs", secretAccessKey: "kecs" };
  const endpoint = "http://127.0.0.1:27388";
  const client = new ECSClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  const { cluster } = await client.send(new CreateClusterCommand({ clusterName }));
  return cluster?.status;
}

test("an instance that sleeps gets no CPU, and keeps its memory", async () => {
  await project.json<StartReport>(["start", "--stack", STACK]);
  started = await inspect(".Id}} {{.State.StartedAt");
  const outcome = await kecs("sleep");
  fellAsleep = Date.now();
  expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({
    code: 0,
    stdout: "kecs-e2enaps is asleep\n",
  });
  expect(await inspect(".State.Paused")).toBe("true\ntrue");
  const used = await shell(
    `docker stats --no-stream --format '{{.CPUPerc}} {{.MemUsage}}' ${CONTAINERS}`,
  );
  expect(used).toMatch(/^0\.00% [1-9].*\n0\.00% [1-9]/);
  expect((await kecs("sleep")).stdout).toBe("kecs-e2enaps was asleep already\n");
});

test("the commands say that it is asleep, and wait for nothing", async () => {
  const report = await status();
  expect(report.cluster.state).toBe("asleep");
  expect(report.listeners.map(({ status: of }) => of)).toEqual([null]);
  const { instances } = await project.json<{ instances: { instance: string; state: string }[] }>([
    "list",
  ]);
  expect(instances.find(({ instance }) => instance === STACK)?.state).toBe("asleep");
  const urls = await kecs("urls");
  expect(urls.stdout).toContain(`http://e2enaps-alb.elb.localhost:${HTTP}/`);
  expect(urls.stderr).toContain("the instance is asleep");
  for (const command of [
    "ps",
    "logs sample",
    "exec sample",
    "run sample",
    "api --detach",
    `explain --send http://e2enaps-alb.elb.localhost:${HTTP}/`,
  ]) {
    const { stderr, code: exitCode, seconds } = await kecs(command);
    expect(`${command} ${exitCode} ${stderr}`).toContain(
      `${command} 1 error KECS3023: instance "e2enaps" of stack "e2enaps" is asleep\n  hint: wake it: kecs wake --stack e2enaps`,
    );
    expect(seconds).toBeLessThan(12);
  }
});

test("a plain pulumi up changes nothing, and says how to wake it", async () => {
  const said = await shell(
    `pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1 || echo "ended with $?"`,
  );
  expect(said).toContain("KECS3023: kecs-e2enaps: the cluster is paused");
  expect(said).toContain("kecs wake");
  expect(await inspect(".State.Paused")).toBe("true\ntrue");
});

test("its AWS API says so too, to whoever wants a change", async () => {
  await expect(createCluster("early")).rejects.toMatchObject({
    message: "Instance e2enaps is asleep: run kecs wake.",
    $metadata: { httpStatusCode: 503 },
  });
});

test("it wakes after a long sleep as it was, and goes on answering", async () => {
  const before = await status();
  await pause(Math.max(0, fellAsleep + LONG_MS + 5_000 - Date.now()));
  const outcome = await kecs("wake");
  expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({
    code: 0,
    stdout: "kecs-e2enaps is awake\n",
  });
  const codes = new Set<number>();
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    codes.add(await code());
    await pause(100);
  }
  expect([...codes]).toEqual([200]);
  expect(await inspect(".Id}} {{.State.StartedAt")).toBe(started);
  const after = await status();
  expect(after.cluster.state).toBe("running");
  expect(after.awsApi).toMatchObject({ since: before.awsApi?.since });
  expect(await createCluster("late")).toBe("ACTIVE");
  expect((await kecs("wake")).stdout).toBe("kecs-e2enaps was awake already\n");
});

test("start wakes one that somebody paused by hand, and changes nothing else", async () => {
  await shell("docker pause k3d-kecs-e2enaps-server-0");
  expect((await status()).cluster.state).toBe("asleep");
  const { changed } = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(changed).toBe(false);
  expect(await code()).toBe(200);
  expect(await inspect(".Id}} {{.State.StartedAt")).toBe(started);
});

test("one that sleeps can be stopped; then it cannot be woken, but started", async () => {
  await kecs("sleep");
  expect(await kecs("stop")).toMatchObject({ code: 0, stdout: "kecs-e2enaps is stopped\n" });
  expect((await status()).cluster.state).toBe("stopped");
  expect(await kecs("sleep")).toMatchObject({
    code: 0,
    stdout: "kecs-e2enaps is stopped, so there is nothing to pause\n",
  });
  const woken = await kecs("wake");
  expect(woken.code).toBe(4);
  expect(woken.stderr).toContain('KECS4002: instance "e2enaps" of stack "e2enaps" is stopped');
  await project.json<StartReport>(["start", "--stack", STACK]);
  expect(await code()).toBe(200);
});

test("prune removes an instance whose project is gone, and nothing of one that has an owner", async () => {
  await gone.json<StartReport>(["start", "--stack", ORPHAN]);
  expect(await project.kecs(["prune", STACK, "--yes"])).toMatchObject({ code: 4 });
  expect(await project.kecs(["prune", ORPHAN, "--yes"])).toMatchObject({ code: 4 });
  rmSync(gone.folder, { recursive: true });

  const asked = await project.kecs(["prune", ORPHAN]);
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain("container k3d-kecs-e2enapsgone-server-0");
  const { instances } = await project.json<{ instances: { instance: string }[] }>([
    ...["prune", ORPHAN, "--yes"],
  ]);
  expect(instances.map(({ instance }) => instance)).toEqual([ORPHAN]);
  const left = await shell(
    [
      "docker ps -aq --filter label=k3d.cluster=kecs-e2enapsgone",
      "docker network ls -q --filter name=k3d-kecs-e2enapsgone",
      "docker volume ls -q --filter name=k3d-kecs-e2enapsgone",
      'ls "${KUBECONFIG%/*/*}" | grep e2enapsgone || true',
    ].join("\n"),
  );
  expect(left).toBe("");
  expect(await project.kecs(["prune", ORPHAN, "--yes"])).toMatchObject({ code: 4 });
  expect(await code()).toBe(200);
});

test("one that sleeps can be destroyed, with all that it had", async () => {
  await kecs("sleep");
  const { stdout: variables } = await kecs("env");
  const outcome = await kecs("destroy --yes");
  expect({ code: outcome.code, stderr: outcome.stderr }).toMatchObject({ code: 0 });
  const left = await project.shellWith(
    variables,
    [
      "docker ps -aq --filter label=k3d.cluster=kecs-e2enaps",
      "docker network ls -q --filter name=k3d-kecs-e2enaps",
      "docker volume ls -q --filter name=k3d-kecs-e2enaps",
    ].join("\n"),
  );
  expect(left.stdout.trim()).toBe("");
});
