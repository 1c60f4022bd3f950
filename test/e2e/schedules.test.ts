import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/*
 * Schedules: the tasks that they start, what kecs tells of them, and what is refused.
 */

const STACK = "schedules";
const SERVER = `k3d-kecs-${STACK}-server-0`;
const IMAGE = process.env["KECS_SHELL_IMAGE"] ?? "kecs-lab/base:bookworm";

interface Schedule {
  readonly name: string;
  readonly task: string;
  readonly state: string;
  readonly lastRun: {
    readonly scheduledAt: string;
    readonly tasks: readonly string[];
    readonly lastStatus: string | null;
    readonly exitCode: number | null;
  } | null;
  readonly nextRun: string | null;
}
interface Ps {
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly schedules: readonly Schedule[];
}

const project = new Project("test/e2e/programs/schedules");
let variables = "";
let created: Ps;
let run: Ps;

async function shell(script: string): Promise<string> {
  return (await project.shellWith(variables, script)).stdout;
}

const configure = (more: Readonly<Record<string, string>> = {}): void => {
  project.configure(STACK, { instance: STACK, httpPort: 8390, httpsPort: 8753, ...more });
};
const ps = (): Promise<Ps> => project.json<Ps>(["ps", "--stack", STACK]);
const scheduleOf = ({ schedules }: Ps, name: string): Schedule | undefined =>
  schedules.find((of) => of.name === name);

beforeAll(async () => {
  configure();
  const started = await project.kecs(["start", "--stack", STACK]);
  expect(started).toMatchObject({ code: 0 });
  ({ stdout: variables } = await project.kecs(["env", "--stack", STACK]));
  await shell(`docker save ${IMAGE} | docker exec -i ${SERVER} ctr -n k8s.io images import -`);
  created = await ps();
});

afterAll(() => project.remove(STACK));

test("kecs ps shows each schedule with its next run", () => {
  const states = created.schedules.map(({ name, task, state }) => [name, task, state]);
  expect(states).toEqual([
    ["faults", "faulty", "ENABLED"],
    ["losses", "lost", "ENABLED"],
    ["nightly", "report", "ENABLED"],
    ["off", "report", "DISABLED"],
    ["reports", "report", "ENABLED"],
  ]);
  const next = (name: string) => scheduleOf(created, name)?.nextRun;
  expect(next("off")).toBe(null);
  expect(next("reports")).toMatch(/:00\.000Z$/);
  // Berlin is one or two hours before UTC.
  expect(next("nightly")).toMatch(/T0[01]:30:00\.000Z$/);
});

test("an expression that AWS refuses fails the preview, and nothing is made", async () => {
  configure({ "schedules:nightly": '"cron(30 2 * * MON-FRI *)"' });
  const said = await shell(
    `pulumi up --yes --non-interactive --stack ${STACK} 2>&1; echo "ended with $?"`,
  );
  configure();
  expect(said).toContain(
    'KECS1039: Schedule("nightly").scheduleExpression: the day of month is "*" and the day of week "MON-FRI"',
  );
  expect(said).not.toMatch(/ended with 0\s*$/);
  const schedule = await shell(
    `docker exec ${SERVER} kubectl get cronjob nightly -n kecs -o jsonpath='{.spec.schedule} {.spec.timeZone}'`,
  );
  expect(schedule).toBe("30 2 * * 1-5 Europe/Berlin");
});

test("starts tasks at its times, and shows how they ended", async () => {
  run = await eventually(
    async () => {
      const now = await ps();
      const outcome = (name: string) => scheduleOf(now, name)?.lastRun;
      expect(outcome("reports")).toMatchObject({ lastStatus: "STOPPED", exitCode: 0 });
      expect(outcome("faults")).toMatchObject({ lastStatus: "STOPPED", exitCode: 3 });
      // The API of the instance stops what cannot start.
      expect(outcome("losses")).toMatchObject({ lastStatus: "STOPPED", exitCode: null, tasks: [] });
      return now;
    },
    { timeoutMs: 90_000, intervalMs: 1000 },
  );
  const { scheduledAt = "", tasks = [] } = scheduleOf(run, "faults")?.lastRun ?? {};
  expect(scheduledAt).toMatch(/:00Z$/);
  expect(tasks).toHaveLength(2);
  expect(scheduleOf(run, "off")?.lastRun).toBe(null);
});

test("kecs ps puts last and next runs into a table", async () => {
  // Another run may have begun since.
  await eventually(async () => {
    const { stdout } = await project.kecs(["ps", "--stack", STACK]);
    const row = (name: string) =>
      stdout.split("\n").find((line) => line.startsWith(`${name} `)) ?? "";
    expect(row("reports")).toMatch(
      /^reports +rate\(1 minute\) +ENABLED +main\/report +[-\d]+ [:\d]+, STOPPED \(0\) +[-\d]+ [:\d]+ UTC \(in \d+[sm]\)$/,
    );
    expect(row("faults")).toContain("STOPPED (3)");
    expect(row("losses")).toMatch(/, STOPPED +\d/);
    expect(row("off")).toMatch(/ DISABLED +main\/report +none +none$/);
  });
});

test("kecs logs prints what the tasks wrote", async () => {
  const { stdout } = await project.kecs(["logs", "report", "--stack", STACK]);
  expect(stdout).toContain("reported by nobody with 14 letters");
  const faulty = await project.kecs(["logs", "faulty", "--stack", STACK]);
  expect(faulty.stdout).toContain("broken");
});

test("a task that failed is not started again", async () => {
  const { tasks = [], scheduledAt = "" } = scheduleOf(run, "faults")?.lastRun ?? {};
  const job = `faults-${Date.parse(scheduledAt) / 60_000}`;
  const pods = await shell(
    `docker exec ${SERVER} kubectl get pods -n kecs -l batch.kubernetes.io/job-name=${job} -o name`,
  );
  expect(pods.trim().split("\n")).toHaveLength(tasks.length);
});

test("the AWS API tells who started a task, and its tags", async () => {
  const [id = ""] = scheduleOf(run, "reports")?.lastRun?.tasks ?? [];
  const body = JSON.stringify({ cluster: "main", tasks: [id], include: ["TAGS"] });
  const described = await shell(
    `curl -s "$AWS_ENDPOINT_URL" --aws-sigv4 aws:amz:us-east-1:ecs -u test:test -H 'Content-Type: application/x-amz-json-1.1' -H 'X-Amz-Target: AmazonEC2ContainerServiceV20141113.DescribeTasks' -d '${body}'`,
  );
  expect(JSON.parse(described)).toMatchObject({
    tasks: [{ startedBy: "chronos-schedule/reports", tags: [{ key: "team", value: "a" }] }],
  });
});

test("schedules that leave the program take their tasks with them", async () => {
  configure({ "schedules:hasSchedules": "false" });
  await shell(`pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`);
  await eventually(async () => {
    const kinds = "cronjobs,jobs,pods";
    expect(await shell(`docker exec ${SERVER} kubectl get ${kinds} -n kecs -o name`)).toBe("");
  });
  expect(await ps()).toMatchObject({ tasks: [], schedules: [] });
});
