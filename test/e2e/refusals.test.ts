import { createServer, type Server } from "node:net";
import { FakeApiServer } from "./support/fakeApiServer";
import { Project } from "./support/project";

/* What is refused before anything is created. */

const STACK = "e2erefused";
const TAKEN = 18380;
const project = new Project();

afterAll(() => project.remove(STACK));

const nothingWasCreated = async (): Promise<void> => {
  const { stdout } = await project.shell(
    STACK,
    "docker ps -aq --filter label=k3d.cluster=kecs-e2erefused; docker network ls -q --filter name=k3d-kecs-e2erefused",
  );
  expect(stdout.trim()).toBe("");
};

describe("a process on the HTTP port", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(TAKEN, "127.0.0.1", resolve));
    project.configure(STACK, { instance: STACK, httpPort: TAKEN, httpsPort: 18843, sample: true });
  });
  afterAll(() => {
    server.close();
  });

  const expected = `KECS2006: httpPort: local port ${TAKEN} is taken by process ${process.pid}`;

  test("is named by kecs start, and nothing is created", async () => {
    const outcome = await project.kecs(["start", "--stack", STACK]);
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain(expected);
    expect(outcome.stderr).toContain("pulumi config set kecs:httpPort");
    await nothingWasCreated();
  });

  test("is named by a plain pulumi up, and nothing is created", async () => {
    const { stdout } = await project.shell(
      STACK,
      `pulumi stack init ${STACK} >/dev/null 2>&1; pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1 || echo "ended with $?"`,
    );
    expect(stdout).toContain(expected);
    expect(stdout).toMatch(/ended with [1-9]/);
    await nothingWasCreated();
  });
});

test("every mistake of a configuration is told at once, with its place", async () => {
  project.configure(STACK, {
    instance: "Not_A_Name",
    httpPort: 70000,
    httpsPort: 18843,
    portRangeStart: 9099,
    portRangeEnd: 9000,
  });
  const outcome = await project.kecs(["start", "--stack", STACK, "--json"]);
  expect(outcome.code).toBe(2);
  const { ok, issues } = JSON.parse(outcome.stdout) as {
    ok: boolean;
    issues: { code: string; path: string }[];
  };
  expect(ok).toBe(false);
  expect(issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
    "KECS1001 kecs:instance",
    "KECS1002 kecs:httpPort",
    "KECS1003 kecs:portRangeEnd",
  ]);
});

test("a listener without a local port is refused by a plain pulumi up, before the cluster", async () => {
  project.configure(STACK, {
    instance: STACK,
    httpPort: 18480,
    httpsPort: 18843,
    sample: true,
    sampleListeners: '"80,8081"',
  });
  const { stdout } = await project.shell(
    STACK,
    `pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1 || echo "ended with $?"`,
  );
  expect(stdout).toContain('KECS1005: Listener("e2erefused-alb-8081").port');
  expect(stdout).toContain("KECS_ALB_PORT_RANGE_START");
  expect(stdout).toMatch(/ended with [1-9]/);
  await nothingWasCreated();
});

test("destroy without a terminal asks for --yes", async () => {
  const outcome = await project.kecs(["destroy", "--stack", STACK]);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain("KECS4003");
});

describe("components without the provider of their instance", () => {
  const ORPHAN = "e2eorphan";
  const orphan = new Project("test/e2e/programs/orphan");
  const stranger = new FakeApiServer();
  beforeAll(() => stranger.start());
  afterAll(async () => {
    stranger.stop();
    await orphan.remove();
  });

  test("are refused, and the cluster of the user's kubeconfig is not asked", async () => {
    const file = orphan.writeKubeconfig(stranger.kubeconfig());
    orphan.configure(ORPHAN, { instance: ORPHAN });
    const withKubeconfig = (script: string) =>
      orphan.shell(ORPHAN, `export KUBECONFIG='${file}'; ${script}`);
    await withKubeconfig("kubectl get pods >/dev/null 2>&1 || true");
    expect(stranger.requests).not.toEqual([]);
    stranger.requests.length = 0;
    const { stdout } = await withKubeconfig(
      `pulumi stack init ${ORPHAN} >/dev/null 2>&1
       pulumi up --yes --non-interactive --stack ${ORPHAN} 2>&1 || echo "ended with $?"`,
    );
    expect(stdout).toContain('KECS1033: Alb("a")');
    expect(stdout).toMatch(/ended with [1-9]/);
    expect(stranger.requests).toEqual([]);
  });
});
