import { ask } from "./support/http";
import { Project } from "./support/project";
import { listenerOn, type StartReport } from "./support/reports";

/* Two instances on one machine, the second one made by a plain `pulumi up`. */

const project = new Project();
const FIRST = { stack: "e2efirst", http: 18180, https: 18543 };
const SECOND = { stack: "e2esecond", http: 18280, https: 18643 };

afterAll(() => project.remove(FIRST.stack, SECOND.stack));

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
  project.configure(SECOND.stack, {
    instance: SECOND.stack,
    httpPort: SECOND.http,
    httpsPort: SECOND.https,
    sample: true,
  });
  const { stdout } = await project.shell(
    SECOND.stack,
    [
      `pulumi stack init ${SECOND.stack}`,
      `pulumi up --yes --non-interactive --stack ${SECOND.stack}`,
      `pulumi stack output urls --json --stack ${SECOND.stack}`,
    ].join(" && "),
  );
  expect(stdout).toContain(`http://e2esecond-alb.elb.localhost:${SECOND.http}/`);
  expect((await ask({ port: SECOND.http, host: "e2esecond-alb.elb.amazonaws.com" })).status).toBe(
    200,
  );
});

test("each answers to its own hosts alone", async () => {
  for (const [port, host, status] of [
    [FIRST.http, "e2efirst-alb.elb.amazonaws.com", 200],
    [FIRST.http, "e2esecond-alb.elb.amazonaws.com", 404],
    [SECOND.http, "e2esecond-alb.elb.amazonaws.com", 200],
    [SECOND.http, "e2efirst-alb.elb.amazonaws.com", 404],
  ] as const) {
    expect((await ask({ port, host })).status).toBe(status);
  }
});

test("kecs and pulumi work on one and the same stack", async () => {
  const report = await project.json<StartReport>(["start", "--stack", SECOND.stack]);
  expect(report.changed).toBe(false);
});

test("destroying one leaves the other answering", async () => {
  expect((await project.kecs(["destroy", "--stack", SECOND.stack, "--yes"])).code).toBe(0);
  expect((await ask({ port: FIRST.http, host: "e2efirst-alb.elb.amazonaws.com" })).status).toBe(
    200,
  );
});
