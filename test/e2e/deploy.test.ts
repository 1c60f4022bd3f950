import { setTimeout as sleep } from "node:timers/promises";
import { imageNames } from "../../lab/imageNames";
import { eventually } from "./support/eventually";
import { ask, taskOf } from "./support/http";
import { Project } from "./support/project";
import { startSteadyLoad, type SteadyReport } from "./support/steadyLoad";

/*
 * Deployments under 200 requests a second for their whole length: no request may notice them.
 */

const STACK = "e2edeploy";
const HTTP = 27780;
const HOST = "loaded.elb.amazonaws.com";
const NODE = `k3d-kecs-${STACK}-server-0`;
const FAST = "PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true";
/** The same program under another name: a new image, as far as anyone can tell. */
const NEXT_IMAGE = `${imageNames.echo}.next`;

interface Settings {
  readonly image: string;
  readonly version: string;
  readonly count: number;
  readonly crashing?: boolean;
  /** The condition by which its container waits for one that never meets it. */
  readonly awaits?: "SUCCESS" | "COMPLETE" | "HEALTHY";
  readonly sticky?: boolean;
}

const project = new Project("test/e2e/programs/deploy");
const first: Settings = { image: imageNames.echo, version: "v1", count: 3 };

function configure(settings: Settings): void {
  project.configure(STACK, {
    instance: STACK,
    httpPort: HTTP,
    httpsPort: 27783,
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`deploy:${key}`, value])),
  });
}

beforeAll(async () => {
  configure(first);
  await project.json(["start", "--stack", STACK]);
  await project.shell(
    STACK,
    `docker exec ${NODE} ctr -n k8s.io images tag --force docker.io/${imageNames.echo} docker.io/${NEXT_IMAGE}`,
  );
});

afterAll(() => project.remove(STACK));

interface Deployed extends SteadyReport {
  /** The exit code of `pulumi up`. */
  readonly code: number;
  readonly said: string;
}

/** Brings each of the settings about by a `pulumi up` of its own, under load; prints the counts. */
async function deploy(what: string, ...steps: readonly Settings[]): Promise<Deployed> {
  const load = startSteadyLoad({ port: HTTP, host: HOST }, { perSecond: 200, slowMs: 3000 });
  let [code, said] = [0, ""];
  try {
    for (const settings of steps) {
      configure(settings);
      const { stdout } = await project.shell(
        STACK,
        `${FAST} pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1; echo "ended with $?"`,
      );
      said += stdout;
      code = Number(/ended with (\d+)\s*$/.exec(stdout)?.[1]);
    }
  } finally {
    await load.stop();
  }
  const report = load.report();
  process.stderr.write(`${what}: ${JSON.stringify(report)}\n`);
  return { ...report, code, said };
}

const unnoticed = { other: 0, broken: 0, failures: [] };

async function versions(): Promise<Set<string>> {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => ask({ port: HTTP, host: HOST })),
  );
  return new Set(answers.map(({ headers }) => String(headers["x-kecs-target"])));
}

test("3 tasks become 1 and 3 again", async () => {
  const report = await deploy("scale 3, 1, 3", { ...first, count: 1 }, first);
  expect(report).toMatchObject({ ...unnoticed, code: 0, targets: { v1: report.requests } });
});

test("a new image takes over", async () => {
  const report = await deploy("new image", { ...first, image: NEXT_IMAGE, version: "v2" });
  expect(report).toMatchObject({ ...unnoticed, code: 0 });
  expect(report.targets["v2"]).toBeGreaterThan(0);
  expect(await versions()).toEqual(new Set(["v2"]));
});

test("a deployment that fails is rolled back", async () => {
  const report = await deploy("rollback", { ...first, version: "v3", crashing: true });
  expect(report).toMatchObject({ ...unnoticed, targets: { v2: report.requests } });
  expect(report.code).not.toBe(0);
  expect(report.said).toMatch(/KECS3007/);
  expect(report.said).toContain("of 3 new tasks run beside 3 earlier ones");
  expect(report.said).toContain("it was rolled back: 3 of 3 tasks of the previous deployment run");
  expect(await versions()).toEqual(new Set(["v2"]));
});

test.each([
  ["SUCCESS", "side_job: it has not ended within its startTimeout of 5 s"],
  ["COMPLETE", "side_job: it has not ended within its startTimeout of 5 s"],
  ["HEALTHY", "side_job: startup probe fails: "],
] as const)(
  "a deployment that waits in vain by %s says for which container",
  async (awaits, reason) => {
    const report = await deploy(`awaits ${awaits}`, { ...first, version: "v3", awaits });
    expect(report).toMatchObject({ ...unnoticed, targets: { v2: report.requests } });
    expect(report.code).not.toBe(0);
    expect(report.said).toMatch(/KECS3007/);
    expect(report.said).toContain(`waiting for ${reason}`);
  },
);

describe("health", () => {
  const ready = async (wanted: "True" | "False"): Promise<string[]> => {
    const path =
      '{range .items[*]}{.metadata.name}={.status.conditions[?(@.type=="Ready")].status} {end}';
    const { stdout } = await project.shell(STACK, `kubectl -n kecs get pods -o jsonpath='${path}'`);
    return stdout
      .split(" ")
      .map((pair) => pair.split("="))
      .filter(([, status]) => status === wanted)
      .map(([name = ""]) => name);
  };
  const becomes = (count: number): Promise<string[]> =>
    eventually(async () => {
      const sick = await ready("False");
      expect(sick).toHaveLength(count);
      return sick;
    });
  const makeOneSick = async (): Promise<void> => {
    const { status } = await ask({
      port: HTTP,
      host: HOST,
      path: "/health",
      method: "POST",
      body: "500",
    });
    expect(status).toBe(200);
  };

  beforeAll(async () => {
    const { said } = await deploy("whoami", { ...first, image: imageNames.whoami, version: "v4" });
    expect(said).toMatch(/ended with 0\s*$/);
    await eventually(async () => {
      expect(await ready("True")).toHaveLength(3);
    });
  });

  test("one unhealthy task of three gets no request", async () => {
    await makeOneSick();
    const [sick = ""] = await becomes(1);
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => ask({ port: HTTP, host: HOST })),
    );
    const tasks = new Set(answers.map(taskOf));
    expect(tasks.size).toBe(2);
    expect(tasks).not.toContain(sick);
  });

  test("with no healthy task all of them get requests, and recovery needs no up", async () => {
    await makeOneSick();
    await becomes(2);
    await makeOneSick();
    const all = await becomes(0);
    expect(all).toEqual([]);
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => ask({ port: HTTP, host: HOST })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(taskOf)).size).toBe(3);
    const { tasks } = await project.json<{ tasks: { healthStatus: string; reason: string }[] }>([
      "ps",
      "--stack",
      STACK,
    ]);
    expect(tasks.map(({ healthStatus, reason }) => [healthStatus, reason])).toEqual(
      tasks.map(() => ["UNHEALTHY", "target group web: answers 500 instead of 200"]),
    );

    const names = await ready("True");
    const [well = ""] = names;
    const path = `/api/v1/namespaces/kecs/pods/${well}:8080/proxy/health`;
    await project.shell(STACK, `printf 200 | kubectl create --raw ${path} -f -`);
    expect(await becomes(2)).not.toContain(well);
    for (const name of names.filter((each) => each !== well)) {
      const other = `/api/v1/namespaces/kecs/pods/${name}:8080/proxy/health`;
      await project.shell(STACK, `printf 200 | kubectl create --raw ${other} -f -`);
    }
    await becomes(0);
    expect((await ask({ port: HTTP, host: HOST })).status).toBe(200);
  });
});

describe("cookies", () => {
  /** To all processes that tell Kubernetes of a stopping task. */
  const signal = (name: "STOP" | "CONT"): Promise<unknown> =>
    project.shell(
      STACK,
      `docker exec ${NODE} sh -c 'kill -${name} $(grep -l "entryPoints[.]drain" /proc/[0-9]*/cmdline | cut -d/ -f3)'`,
    );

  test("a deployment of tasks with cookies is not noticed", async () => {
    const report = await deploy(
      "cookies",
      { ...first, version: "v5", sticky: true },
      { ...first, version: "v6", sticky: true },
    );
    expect(report).toMatchObject({ ...unnoticed, code: 0 });
    expect(await versions()).toEqual(new Set(["v6"]));
  });

  test("a machine that is too busy for them takes no task out of service", async () => {
    const load = startSteadyLoad({ port: HTTP, host: HOST }, { perSecond: 50, slowMs: 3000 });
    try {
      await signal("STOP");
      await sleep(10_000);
    } finally {
      await signal("CONT");
      await load.stop();
    }
    expect(load.report()).toMatchObject(unnoticed);
  });
});

test("the load would have noticed", async () => {
  const load = startSteadyLoad({ port: HTTP, host: HOST }, { perSecond: 50, slowMs: 3000 });
  await project.shell(STACK, "kubectl -n kecs delete ingressroute loaded-80");
  await eventually(() => {
    expect(load.report().other).toBeGreaterThan(0);
    return Promise.resolve();
  });
  await load.stop();
});
