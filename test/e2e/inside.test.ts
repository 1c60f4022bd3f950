import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/* Looking inside of the sample's three tasks: kecs ps, logs and exec. */

const STACK = "e2einside";
const OF_STACK = ["--stack", STACK];
const LISTENING = /listening on :80$/;
const SHORT = 8;
const NOBODY = "nope.invalid";

interface Task {
  readonly id: string;
  readonly lastStatus: string;
  readonly pod: string;
}

const project = new Project();

const tasks = async (): Promise<readonly Task[]> =>
  (await project.json<{ readonly tasks: readonly Task[] }>(["ps", ...OF_STACK])).tasks;
const kubectl = (command: string): Promise<unknown> =>
  project.shell(STACK, `docker exec k3d-kecs-${STACK}-server-0 kubectl -n kecs ${command}`);
const names = (of: readonly Task[]): string[] =>
  of.map(({ id }) => `sample/${id.slice(0, SHORT)}`).sort();
const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

beforeAll(async () => {
  project.configure(STACK, { instance: STACK, httpPort: 28580, httpsPort: 28943, sample: true });
  await project.json(["start", ...OF_STACK]);
});

afterAll(() => project.remove(STACK));

test("ps shows every task, with what it runs and how it is", async () => {
  const [{ code, stdout }, all] = await Promise.all([
    project.kecs(["ps", "sample", ...OF_STACK]),
    tasks(),
  ]);
  expect(code).toBe(0);
  const [head, ...rows] = linesOf(stdout);
  expect(head).toMatch(/^SERVICE +TASK +STATUS +HEALTH +CONTAINER +IMAGE +RESTARTS +AGE +NODE$/);
  expect(rows).toHaveLength(3);
  const node = `k3d-kecs-${STACK}-server-0`;
  for (const row of rows) {
    expect(row).toMatch(
      new RegExp(`^sample/sample +[0-9a-f]{8} +RUNNING +HEALTHY +web +\\S+ +0 +\\d+[sm] +${node}$`),
    );
  }
  expect(all).toEqual(
    Array.from({ length: 3 }, (): unknown =>
      expect.objectContaining({
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        cluster: "sample",
        name: "sample",
        kind: "service",
        lastStatus: "RUNNING",
        healthStatus: "HEALTHY",
        reason: null,
        node,
      }),
    ),
  );
});

test("logs has what every task wrote, and nothing older than was asked for", async () => {
  const logs = (...options: string[]) => project.kecs(["logs", "sample", ...options, ...OF_STACK]);
  const [all, { code, stdout }, now, one] = await Promise.all([
    tasks(),
    logs(),
    logs("--since", "1ms"),
    logs("--tail", "1", "--json"),
  ]);
  expect(code).toBe(0);
  const first = linesOf(stdout).filter((line) => LISTENING.test(line));
  expect(first.map((line) => line.split(" ")[0]).sort()).toEqual(names(all));
  expect(now).toMatchObject({ code: 0 });
  expect(now.stdout).not.toMatch(/listening/);
  const documents = linesOf(one.stdout).map((line) => JSON.parse(line) as { task: string });
  expect(documents.map(({ task }) => task).sort()).toEqual(all.map(({ id }) => id).sort());
  expect(documents[0]).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/) as string,
    container: "web",
  });
});

test("logs follows a service from a task that is deleted to the one in its place", async () => {
  const before = await tasks();
  const following = project.begin(["logs", "sample", "--follow", ...OF_STACK]);
  try {
    await eventually(async () => {
      expect(following.lines.filter((line) => LISTENING.test(line))).toHaveLength(3);
      return Promise.resolve();
    });
    await kubectl(`delete pod ${before[0]?.pod ?? ""} --wait=false`);
    const known = names(before);
    await eventually(async () => {
      const come = following.lines.filter((line) => !known.includes(line.split(" ")[0] ?? ""));
      expect(come).toContainEqual(expect.stringMatching(LISTENING));
      expect(names(await tasks())).toContain(come[0]?.split(" ")[0]);
    });
    expect(new Set(following.lines).size).toBe(following.lines.length);
  } finally {
    expect(await following.interrupt()).toBe(130);
  }
});

test("exec runs a command in a task and ends as it does", async () => {
  const [found, failed] = await Promise.all([
    project.kecs(["exec", "sample", ...OF_STACK, "/whoami", "lookup", "localhost"]),
    project.kecs(["exec", "--quiet", ...OF_STACK, "sample", "--", "/whoami", "lookup", NOBODY]),
  ]);
  expect(found).toMatchObject({ code: 0 });
  expect(found.stdout).toContain("127.0.0.1");
  expect(found.stderr).toMatch(/^in sample\/sample\/[0-9a-f]{8}, container web\n$/);
  expect(failed).toMatchObject({ code: 1, stdout: "" });
  expect(failed.stderr).toMatch(/^lookup: .*no such host/);
});

test("exec goes into the task that is named, and into no other", async () => {
  const [task] = (await tasks()).filter(({ lastStatus }) => lastStatus === "RUNNING");
  const exec = (id: string) =>
    project.kecs([
      "exec",
      "sample",
      "--task",
      id,
      ...OF_STACK,
      "/whoami",
      "lookup",
      task?.pod ?? "",
    ]);
  const [inside, nobody] = await Promise.all([exec(task?.id.slice(0, SHORT) ?? ""), exec("zz")]);
  expect(inside).toMatchObject({ code: 0, stderr: "" });
  expect(nobody).toMatchObject({ code: 4, stdout: "" });
  expect(nobody.stderr).toContain('error KECS4007: sample/sample has no task "zz"');
});
