import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/*
 * Tasks that run once: those of a program, which a service waits for, and those of `kecs run`.
 */

const STACK = "onetask";
const SERVER = `k3d-kecs-${STACK}-server-0`;
const IMAGE = process.env["KECS_SHELL_IMAGE"] ?? "kecs-lab/base:bookworm";

interface Settings {
  readonly script: string;
  readonly version: string;
  readonly image?: string;
  readonly trigger?: string;
  readonly timeout?: number;
  readonly everyUp?: boolean;
}

const project = new Project("test/e2e/programs/runOnce");
let variables = "";

async function shell(script: string): Promise<string> {
  return (await project.shellWith(variables, script)).stdout;
}

interface Updated {
  readonly code: number;
  readonly said: string;
  /** The pods of the migration, and of the service. */
  readonly migrations: readonly string[];
  readonly services: readonly string[];
}

async function update(settings: Settings): Promise<Updated> {
  configure(settings);
  const said = await shell(
    `pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1; echo "ended with $?"`,
  );
  const pods = await podNames();
  return {
    code: Number(/ended with (\d+)\s*$/.exec(said)?.[1]),
    said,
    migrations: pods.filter((name) => name.startsWith("main-migrate-")),
    services: pods.filter((name) => name.startsWith("main-web-")),
  };
}

function configure(settings: Settings): void {
  project.configure(STACK, {
    instance: STACK,
    httpPort: 8380,
    httpsPort: 8743,
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        `runOnce:${key}`,
        typeof value === "string" ? JSON.stringify(value) : value,
      ]),
    ),
  });
}

async function podNames(): Promise<string[]> {
  const path = "{range .items[*]}{.metadata.name} {end}";
  const names = await shell(
    `docker exec ${SERVER} kubectl get pods -n kecs --sort-by=.metadata.creationTimestamp -o jsonpath='${path}'`,
  );
  return names.split(" ").filter((name) => name !== "");
}

const v1: Settings = { script: "echo migrated to v1", version: "v1" };
let first: Updated;

beforeAll(async () => {
  configure({ ...v1, image: "kecs.invalid/none:1" });
  const started = await project.kecs(["start", "--stack", STACK]);
  expect(started.stderr).toContain('error KECS3018: EcsTask("migrate"): the task did not start');
  ({ stdout: variables } = await project.kecs(["env", "--stack", STACK]));
  await shell(`docker save ${IMAGE} | docker exec -i ${SERVER} ctr -n k8s.io images import -`);
  first = await update(v1);
});

afterAll(() => project.remove(STACK));

test("runs, and is not run again by an update that changes nothing", async () => {
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringContaining("migrated to v1") as string,
  });
  expect(first.migrations).toHaveLength(1);
  const { code, said, migrations } = await update(v1);
  expect(code).toBe(0);
  expect(said).not.toMatch(/replaced|\bchanges\./);
  expect(migrations).toEqual(first.migrations);
});

test("fails the update with its last lines, and leaves the service as it was", async () => {
  const script = "echo the password is $PASSWORD; echo broken >&2; exit 3";
  const { code, said, services } = await update({ script, version: "v2" });
  expect(code).not.toBe(0);
  expect(said).toContain('KECS3017: EcsTask("migrate"): the task ended with exit code 3');
  expect(said).toContain("| the password is [secret]");
  expect(said).toContain("| broken");
  expect(services).toEqual(first.services);
});

test("is stopped when its time is over", async () => {
  const late = await update({ script: "echo begun; sleep 1000", version: "v2", timeout: 4 });
  expect(late.code).not.toBe(0);
  expect(late.said).toContain("the task did not end within 4 s and was stopped");
  await sleep(5000);
  const last = late.migrations.at(-1) ?? "";
  const phase = `docker exec ${SERVER} kubectl get pod -n kecs ${last} -o jsonpath={.status.phase}`;
  expect(await shell(phase)).toBe("Failed");
});

test("is run again by a change of its triggers, and by each update if that is asked for", async () => {
  const again = { script: "echo migrated to v2", version: "v2", trigger: "two" };
  const done = await update(again);
  expect(done.code).toBe(0);
  expect(done.migrations).toHaveLength(1);
  expect(done.services).not.toEqual(first.services);
  const every = await update({ ...again, everyUp: true });
  expect(every.code).toBe(0);
  expect(every.migrations).toHaveLength(1);
  expect(every.migrations).not.toEqual(done.migrations);
});

test("a run that an interrupted update left is ended before the next one begins", async () => {
  configure({ script: "echo begun; sleep 1000", version: "v2" });
  const up = `pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`;
  await shell(`timeout --signal INT 60 ${up} >/dev/null 2>&1 & up=$!
    for i in $(seq 50); do
      docker exec ${SERVER} kubectl logs -n kecs -l kecs.dev/task=migrate | grep -q begun && break
      sleep 1
    done
    kill -INT $up; wait $up; true`);
  const left = (await podNames()).filter((name) => name.startsWith("main-migrate-")).at(-1) ?? "";
  const field = (name: string, path: string) =>
    shell(`docker exec ${SERVER} kubectl get pod -n kecs ${name} -o jsonpath='{.${path}}'`);
  expect(await field(left, "status.phase")).toBe("Running");
  const next = await update({ script: "echo migrated", version: "v2" });
  expect(next.code).toBe(0);
  expect(next.said).toContain("waiting for the run before this one to end");
});

test("kecs run prints what a task writes, ends with its exit code and removes it", async () => {
  const before = await podNames();
  const script = "echo $WHO is here; exit 4";
  const args = ["run", "migrate", "--stack", STACK, "--env", "WHO=nobody", "--", script];
  expect(await project.kecs(args)).toMatchObject({ code: 4, stdout: "nobody is here\n" });
  await sleep(1000);
  expect(await podNames()).toEqual(before);
});

test("kecs run stops its task with Ctrl-C", async () => {
  const before = await podNames();
  const running = project.begin(["run", "web:1", "--stack", STACK, "--", "echo begun; sleep 1000"]);
  await eventually(async () => {
    expect(running.lines).toEqual(["begun"]);
    return Promise.resolve();
  });
  expect(await running.interrupt()).toBe(130);
  await sleep(5000);
  expect(await podNames()).toEqual(before);
});
