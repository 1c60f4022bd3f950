import { eventually } from "./support/eventually";
import { ask } from "./support/http";
import { startLoad, type LoadReport, type Stream } from "./support/load";
import { Project } from "./support/project";

/*
 * 50 listeners and rules come, change their order and go, by `pulumi up`, on a load balancer that is
 * busy and on another one: no request may notice.
 */

const STACK = "e2echanges";
const HTTP = 27680;
const FIRST = 27700;
const HOST = "loaded.elb.amazonaws.com";

const STREAMS: readonly Stream[] = [
  { method: "GET", path: "/base/one" },
  { method: "GET", path: "/base/two?n=2" },
  { method: "GET", path: "/base/three" },
  { method: "POST", path: "/base/four" },
  // These go from rule to rule, and each of them answers 200.
  { method: "GET", path: "/any/one" },
  { method: "GET", path: "/any/two?n=2" },
  { method: "GET", path: "/" },
  { method: "POST", path: "/any/four" },
];

const project = new Project("test/e2e/programs/changes");

const configure = (stage: number): void => {
  project.configure(STACK, {
    instance: STACK,
    httpPort: HTTP,
    httpsPort: 27683,
    portRangeStart: FIRST,
    portRangeEnd: FIRST + 9,
    "changes:stage": stage,
  });
};

beforeAll(async () => {
  configure(0);
  await project.json(["start", "--stack", STACK]);
});

afterAll(() => project.remove(STACK));

/**
 * Without a copy of the whole state after each object the changes come faster, which is the harder
 * test.
 */
const FAST = "PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true";

/** Brings a stage about by `pulumi up` while the load goes on. */
async function change(stage: number): Promise<LoadReport & { summary: string }> {
  configure(stage);
  const load = startLoad({ port: HTTP, host: HOST }, STREAMS);
  const since = Date.now();
  try {
    const { stdout } = await project.shell(
      STACK,
      `${FAST} pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`,
    );
    const summary = (/^Resources:\n([\s\S]*?)\n\n/m.exec(stdout)?.[1] ?? "").replace(/\s+/g, " ");
    const report = { ...(await load.stop()), summary };
    const seconds = Math.round((Date.now() - since) / 1000);
    process.stderr.write(`stage ${stage}, ${seconds} s: ${JSON.stringify(report)}\n`);
    return report;
  } finally {
    await load.stop();
  }
}

const untouched = { failures: [], connections: STREAMS.length };
const status = async (port: number, host: string): Promise<number> =>
  (await ask({ port, host })).status;

test("50 listeners and rules are added without a failed request", async () => {
  const { summary, ...report } = await change(1);
  expect(report).toMatchObject(untouched);
  expect(summary).toMatch(/\d+ created/);
  expect(summary).not.toMatch(/replaced|deleted/);
  expect(await status(FIRST, HOST)).toBe(200);
  expect(await status(FIRST + 9, "other.elb.amazonaws.com")).toBe(200);
  expect((await ask({ port: HTTP, host: "added-1.test" })).body).toBe("1");
});

test("they change their order without a failed request, in place", async () => {
  const { summary, ...report } = await change(2);
  expect(report).toMatchObject(untouched);
  expect(summary).toMatch(/\d+ updated/);
  expect(summary).not.toMatch(/created|replaced|deleted/);
});

test("they are removed without a failed request", async () => {
  const { summary, ...report } = await change(3);
  expect(report).toMatchObject(untouched);
  expect(summary).toMatch(/\d+ deleted/);
  expect(await status(FIRST, HOST)).toBe(404);
  expect(await status(HTTP, "added-1.test")).toBe(404);
});

test("the load would have noticed", async () => {
  const load = startLoad({ port: HTTP, host: HOST }, STREAMS);
  await project.shell(STACK, "kubectl -n kecs delete ingressroute loaded-80");
  await eventually(() => {
    expect(load.failures[0]).toMatch(/: 404$/);
    return Promise.resolve();
  });
  await load.stop();
});
