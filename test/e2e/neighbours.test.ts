import type { Status } from "../../cli/text/statusText";
import { ask } from "./support/http";
import { Project } from "./support/project";
import { listenerOn, type StartReport } from "./support/reports";

/*
 * Two instances on one machine, the second one made by a plain `pulumi up`; and two stacks in that
 * one, which know of each other by ARNs alone.
 */

const project = new Project();
const joined = new Project("test/e2e/programs/joined");
const FIRST = { stack: "e2efirst", http: 18180, https: 18543 };
const SECOND = { stack: "e2esecond", http: 18280, https: 18643, start: 18290, end: 18299 };
const GUEST = "e2eguest";
const HOST = "e2esecond-alb.elb.amazonaws.com";

afterAll(async () => {
  await project.remove(FIRST.stack);
  await joined.remove(SECOND.stack);
});

/** Runs `pulumi up` in the project of the two stacks; a failure is in what it returns. */
async function up(stack: string): Promise<string> {
  const { stdout } = await joined.shell(
    stack,
    `pulumi stack select --create ${stack} >/dev/null
     pulumi up --yes --skip-preview --non-interactive --stack ${stack} 2>&1 || echo "ended with $?"`,
  );
  return stdout;
}

function configureOwner(more: Readonly<Record<string, number>> = {}): void {
  joined.configure(SECOND.stack, {
    instance: SECOND.stack,
    httpPort: SECOND.http,
    httpsPort: SECOND.https,
    portRangeStart: SECOND.start,
    portRangeEnd: SECOND.end,
    ...more,
  });
}

function configureGuest(host: string, more: Readonly<Record<string, boolean>> = {}): void {
  joined.configure(GUEST, {
    instance: SECOND.stack,
    "joined:owner": SECOND.stack,
    "joined:host": host,
    ...more,
  });
}

test("start makes a stack for an instance that it does not know", async () => {
  const report = await project.json<StartReport>([
    "start",
    "--instance",
    FIRST.stack,
    "--http-port",
    String(FIRST.http),
    "--https-port",
    String(FIRST.https),
  ]);
  expect(listenerOn(report, 80).url).toBe(`http://e2efirst-alb.elb.localhost:${FIRST.http}/`);
  expect(listenerOn(report, 80).status).toBe(200);
});

test("a plain pulumi up makes a second one beside it", async () => {
  configureOwner();
  expect(await up(SECOND.stack)).not.toContain("ended with");
  const { stdout } = await joined.shell(
    SECOND.stack,
    `pulumi stack output urls --json --stack ${SECOND.stack}`,
  );
  expect(stdout).toContain(`http://e2esecond-alb.elb.localhost:${SECOND.http}/`);
  expect((await ask({ port: SECOND.http, host: HOST })).status).toBe(503);
});

test("another stack's tasks join its target group", async () => {
  configureGuest("shop.test");
  expect(await up(GUEST)).not.toContain("ended with");
  expect((await ask({ port: SECOND.http, host: HOST })).status).toBe(200);
});

test("another stack's rule joins its HTTPS listener, with the load balancer's attributes", async () => {
  const secure = { port: SECOND.end, tls: true };
  const answer = await ask({ ...secure, host: "shop.test" });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatch(/^X-Amzn-Tls-Version: TLSv1\.[23]$/m);
  expect((await ask({ ...secure, host: HOST })).body).toBe("");
});

test("another stack's listener redirects to the local port of its HTTPS listener", async () => {
  const { stdout } = await joined.shell(GUEST, `pulumi stack output moved --stack ${GUEST}`);
  const { port } = new URL(stdout.trim());
  const { status, headers } = await ask({ port: Number(port), host: "shop.test", path: "/a" });
  expect([status, headers["location"]]).toEqual([301, `https://shop.test:${SECOND.end}/a`]);
});

test("the commands of either stack show all of the instance", async () => {
  const { listeners } = await joined.json<Status>(["status", "--stack", SECOND.stack]);
  expect(
    listeners.map(({ port, protocol, status, stack }) => [port, protocol, status, stack]),
  ).toEqual([
    [80, "HTTP", 200, "joined/e2esecond"],
    [8081, "HTTPS", 200, "joined/e2esecond"],
    [8082, "HTTP", 301, "joined/e2eguest"],
  ]);
  const urls = await joined.kecs(["urls", "--stack", SECOND.stack]);
  expect(urls.stdout.trim().split("\n")).toHaveLength(3);
  const url = `https://shop.test:${SECOND.end}/`;
  const explained = await joined.kecs(["explain", url, "--stack", SECOND.stack]);
  expect(explained.stdout).toContain("rule 10");
  expect(explained.stdout).toContain("target group web");
  const tasks = await joined.kecs(["ps", "--stack", SECOND.stack]);
  expect(tasks.stdout).toContain("guest/web");
});

test("kecs list shows both instances, from any folder", async () => {
  const { instances } = await project.json<{ instances: { instance: string }[] }>(["list"]);
  const all = new Map(instances.map((of) => [of.instance, of]));
  for (const { stack, http, https } of [FIRST, SECOND]) {
    expect(all.get(stack)).toMatchObject({
      state: "running",
      owner: { stack },
      httpPort: http,
      httpsPort: https,
      hasStack: true,
    });
  }
});

test("what the records say is not there is refused", async () => {
  configureGuest("elsewhere.test");
  const printed = await up(GUEST);
  expect(printed).toContain('KECS1012: ListenerRule("guest").conditions[0].hostHeader');
  expect(printed).toContain("ended with");
  configureGuest("shop.test");
  expect(await up(GUEST)).not.toContain("ended with");
});

test("what one stack has made the other one cannot make", async () => {
  configureGuest("shop.test", { "joined:namesake": true });
  const guest = await up(GUEST);
  expect(guest).toContain('KECS1038: TargetGroup("web").name');
  expect(guest).toContain(`belongs to stack "joined/${SECOND.stack}"`);
  configureOwner({ "joined:latePort": 8082 });
  const owner = await up(SECOND.stack);
  expect(owner).toContain('KECS1038: Listener("late").port');
  expect(owner).toContain(`belongs to stack "joined/${GUEST}"`);
  configureGuest("shop.test");
  configureOwner();
});

test("each instance answers to its own hosts alone", async () => {
  for (const [port, host, status] of [
    [FIRST.http, "e2efirst-alb.elb.amazonaws.com", 200],
    [FIRST.http, HOST, 404],
    [SECOND.http, HOST, 200],
    [SECOND.http, "e2efirst-alb.elb.amazonaws.com", 404],
  ] as const) {
    expect((await ask({ port, host })).status).toBe(status);
  }
});

test("kecs and pulumi work on one and the same stack", async () => {
  const report = await joined.json<StartReport>(["start", "--stack", SECOND.stack]);
  expect(report.changed).toBe(false);
});

test("destroying one leaves the other answering", async () => {
  expect((await joined.kecs(["destroy", "--stack", SECOND.stack, "--yes"])).code).toBe(0);
  expect((await ask({ port: FIRST.http, host: "e2efirst-alb.elb.amazonaws.com" })).status).toBe(
    200,
  );
});
