import { readFileSync } from "node:fs";
import { ask, taskOf } from "./support/http";
import { eventually } from "./support/eventually";
import { Project } from "./support/project";
import { listenerOn, type StartReport, type StatusReport } from "./support/reports";

/*
 * One instance from its first start to its end. The steps build on each other, as they do for a
 * user, and run in this order.
 */

const STACK = "e2elife";
const HTTP = 18080;
const HTTPS = 18443;
const MOVED = 18090;
const HOST = "e2elife-alb.elb.amazonaws.com";
const LOCAL_HOST = "e2elife-alb.elb.localhost";
const WIDE = { KECS_ALB_PORT_RANGE_START: "19000", KECS_ALB_PORT_RANGE_END: "19099" };
const SERVER = "k3d-kecs-e2elife-server-0";
const BALANCER = "k3d-kecs-e2elife-serverlb";

const KUBECONFIG = [
  "apiVersion: v1",
  "kind: Config",
  "# a file with a comment, which no tool that rewrites it would keep",
  "current-context: production",
  "contexts: [{ name: production, context: { cluster: far, user: me } }]",
  "clusters: [{ name: far, cluster: { server: https://198.51.100.1:6443 } }]",
  "users: [{ name: me, user: {} }]",
  "",
].join("\n");

const project = new Project();
const settings = {
  instance: STACK,
  httpPort: HTTP,
  httpsPort: HTTPS,
  portRangeStart: 19000,
  portRangeEnd: 19009,
  sample: true,
};
let kubeconfig = "";

beforeAll(() => {
  kubeconfig = project.writeKubeconfig(KUBECONFIG);
  project.configure(STACK, { ...settings, sampleListeners: '"80,443,8081"' });
});

afterAll(() => project.remove(STACK));

const shell = async (script: string): Promise<string> =>
  (await project.shell(STACK, script)).stdout.trim();

const startTimes = (): Promise<string> =>
  shell(
    [
      `docker inspect -f '{{.Id}} {{.State.StartedAt}}' ${SERVER} ${BALANCER}`,
      "kubectl get pods -A -o jsonpath='{range .items[*]}{.metadata.uid} {.status.containerStatuses[*].state.running.startedAt}{\"\\n\"}{end}'",
    ].join("\n"),
  );

test("start ends with a URL for every listener, and each of them answers", async () => {
  const report = await project.json<StartReport>(["start", "--stack", STACK]);

  expect(report.instance).toBe(STACK);
  expect(report.changed).toBe(true);
  expect(report.listeners.map(({ port, url, status }) => ({ port, url, status }))).toEqual([
    { port: 80, url: `http://${LOCAL_HOST}:${HTTP}/`, status: 200 },
    { port: 443, url: `https://${LOCAL_HOST}:${HTTPS}/`, status: 200 },
    { port: 8081, url: `http://${LOCAL_HOST}:19001/`, status: 200 },
  ]);
  for (const { targets } of report.listeners) expect(targets).toEqual({ healthy: 3, desired: 3 });
});

test("the printed URL and curl line work as they are in a shell", async () => {
  const { listeners } = await project.json<StatusReport>(["urls", "--stack", STACK]);
  for (const { url, curl } of listeners) {
    expect(await shell(`curl -sk -o /dev/null -w '%{http_code}' ${url}`)).toBe("200");
    expect(await shell(`${curl} -s -o /dev/null -w '%{http_code}'`)).toBe("200");
  }
});

test("thirty requests reach all three tasks", async () => {
  const tasks = new Set<string>();
  for (let i = 0; i < 30; i += 1) tasks.add(taskOf(await ask({ port: HTTP, host: HOST })));
  expect([...tasks].filter((name) => name.startsWith(`sample-sample-`))).toHaveLength(3);
});

test("a target sees the headers of an Application Load Balancer", async () => {
  const { body } = await ask({
    port: HTTP,
    host: LOCAL_HOST,
    headers: { "x-forwarded-for": "203.0.113.7", "x-forwarded-port": "1", "x-real-ip": "1.1.1.1" },
  });
  expect(body).toMatch(/^X-Forwarded-For: 203\.0\.113\.7, \S+$/m);
  expect(body).toMatch(/^X-Forwarded-Port: 80$/m);
  expect(body).toMatch(/^X-Forwarded-Proto: http$/m);
  expect(body).toMatch(/^X-Amzn-Trace-Id: Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/m);
  expect(body).not.toMatch(/^X-Forwarded-(Host|Server):|^X-Real-Ip:/m);
  expect(body).toContain(`Host: ${LOCAL_HOST}`);
});

test("a trace id of the client is continued", async () => {
  const root = "Root=1-67891233-abcdef012345678912345678";
  const { body } = await ask({
    port: HTTP,
    host: HOST,
    headers: { "x-amzn-trace-id": `Self=1-aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbb;${root};Sampled=1` },
  });
  expect(body).toMatch(
    new RegExp(`^X-Amzn-Trace-Id: Self=1-[0-9a-f]{8}-[0-9a-f]{24};${root};Sampled=1$`, "m"),
  );
});

test("HTTPS says so to the target", async () => {
  const { body } = await ask({ port: HTTPS, host: LOCAL_HOST, tls: true });
  expect(body).toMatch(/^X-Forwarded-Port: 443$/m);
  expect(body).toMatch(/^X-Forwarded-Proto: https$/m);
});

test("a host that is no load balancer's gets a 404 that names nothing", async () => {
  for (const host of ["unknown.example.test", "localhost", "127.0.0.1"]) {
    const answer = await ask({ port: HTTP, host });
    expect(answer.status).toBe(404);
    expect(answer.body).toBe("404 page not found\n");
    expect(JSON.stringify(answer.headers)).not.toMatch(/e2elife|traefik/i);
  }
});

test("the troubleshooting commands of the documentation answer", async () => {
  expect(await shell(`docker port ${BALANCER} 30880`)).toBe(`127.0.0.1:${HTTP}`);
  expect(await shell(`docker port ${BALANCER} 30443`)).toBe(`127.0.0.1:${HTTPS}`);
  const ports = await shell("kubectl get svc -n kecs-system traefik");
  expect(ports).toContain("80:30880/TCP");
  expect(ports).toContain("443:30443/TCP");
  expect(await shell("kubectl get pods -n kecs-system | grep traefik")).toMatch(/1\/1\s+Running/);
  expect(await shell("kubectl config current-context")).toBe("k3d-kecs-e2elife");
});

test("every published port is on loopback alone", async () => {
  const bound = await shell(
    `docker inspect -f '{{range .NetworkSettings.Ports}}{{range .}}{{println .HostIp}}{{end}}{{end}}' ${BALANCER}`,
  );
  expect(new Set(bound.split(/\s+/))).toEqual(new Set(["127.0.0.1"]));
});

test("a second start changes and restarts nothing", async () => {
  const before = await startTimes();
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(report.changed).toBe(false);
  expect(await startTimes()).toBe(before);
});

test("a plain pulumi preview of the same stack finds nothing to do", async () => {
  const said = await shell(`pulumi preview --stack ${STACK} --expect-no-changes --non-interactive`);
  expect(said).toContain("unchanged");
});

test("the stack's outputs show the URLs and hide the kubeconfig", async () => {
  const outputs = JSON.parse(await shell(`pulumi stack output --json --stack ${STACK}`)) as Record<
    string,
    unknown
  >;
  expect(outputs["outputsVersion"]).toBe(1);
  expect(outputs["urls"]).toMatchObject({
    "e2elife-alb:80": `http://${LOCAL_HOST}:${HTTP}/`,
  });
  expect(outputs["kubeconfig"]).toBe("[secret]");
  const state = await shell(`pulumi stack export --stack ${STACK}`);
  expect(state).not.toContain("client-key-data");
});

test("a wider range keeps the cluster, gives every listener a port and names the one that moved", async () => {
  const node = await shell(`docker inspect -f '{{.Id}}' ${SERVER}`);
  project.configure(STACK, { ...settings, sampleListeners: '"8081,8082,19042,19080"' });
  const report = await project.json<StartReport>(["start", "--stack", STACK], WIDE);
  expect(await shell(`docker inspect -f '{{.Id}}' ${SERVER}`)).toBe(node);
  expect(report.listeners.map(({ port, url, status }) => [port, url, status])).toEqual([
    [8081, `http://${LOCAL_HOST}:19081/`, 200],
    [8082, `http://${LOCAL_HOST}:19082/`, 200],
    [19042, `http://${LOCAL_HOST}:19042/`, 200],
    [19080, `http://${LOCAL_HOST}:19080/`, 200],
  ]);
  const ports = JSON.parse(await shell(`pulumi stack output ports --json --stack ${STACK}`)) as {
    range: unknown;
  };
  expect(ports.range).toEqual({
    start: 19000,
    end: 19099,
    nodePort: 30800,
    moved: [{ localPort: 19080, nodePort: 30900 }],
  });
});

test("a cluster whose ports were added to is as good as new", async () => {
  const before = await startTimes();
  const report = await project.json<StartReport>(["start", "--stack", STACK], WIDE);
  expect(report.changed).toBe(false);
  expect(await startTimes()).toBe(before);
});

test("another port and a smaller range keep the cluster and its tasks", async () => {
  const before = await shell(`docker inspect -f '{{.Id}} {{.State.StartedAt}}' ${SERVER}`);
  project.configure(STACK, { ...settings, httpPort: MOVED, sampleListeners: '"80,8081"' });
  const preview = await shell(`pulumi preview --stack ${STACK} --non-interactive 2>&1`);
  expect(preview).toContain("KECS3021");
  expect(preview).toMatch(
    new RegExp(`it is to publish 127.0.0.1:${MOVED}; it no longer publishes`),
  );

  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(await shell(`docker inspect -f '{{.Id}} {{.State.StartedAt}}' ${SERVER}`)).toBe(before);
  expect(report.listeners.map(({ url, status }) => [url, status])).toEqual([
    [`http://${LOCAL_HOST}:${MOVED}/`, 200],
    [`http://${LOCAL_HOST}:19001/`, 200],
  ]);
  await expect(ask({ port: HTTP, host: HOST })).rejects.toThrow("ECONNREFUSED");
});

test("a listener that is gone answers no more", async () => {
  project.configure(STACK, { ...settings, portRangeEnd: 19099, sampleListeners: '"8081"' });
  await project.json<StartReport>(["start", "--stack", STACK]);
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(404);
});

test("stop and start bring every URL back", async () => {
  project.configure(STACK, {
    ...settings,
    portRangeEnd: 19099,
    sampleListeners: '"80,8081"',
  });
  expect((await project.kecs(["stop", "--stack", STACK])).code).toBe(0);
  const stopped = await project.json<StatusReport>(["status", "--stack", STACK]);
  expect(stopped.cluster.state).toBe("stopped");

  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(listenerOn(report, 80).status).toBe(200);
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(200);
});

test("a load balancer that lost its node is repaired by the next start", async () => {
  await shell(`docker stop ${BALANCER}`);
  await project.json<StartReport>(["start", "--stack", STACK]);
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(200);
});

test("a cluster that was deleted behind Pulumi's back is made again", async () => {
  await shell('KUBECONFIG="$(mktemp -u)" k3d cluster delete kecs-e2elife');
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(listenerOn(report, 80).status).toBe(200);
  expect(listenerOn(report, 8081).status).toBe(200);
});

test("what was deleted inside of the cluster is made again", async () => {
  await shell(
    [
      "kubectl -n kecs delete ingressroute e2elife-alb-80",
      "kubectl -n kecs-system delete deployment traefik",
    ].join(" && "),
  );
  const said = await shell(
    `pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1 || echo "ended with $?"`,
  );
  expect(said).toMatch(/KECS3012: .*Deployment "traefik".* not in the cluster/);
  expect(said).toContain("pulumi up --refresh");
  expect(said).toMatch(/ended with [1-9]\d*$/);
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(report.changed).toBe(true);
  expect(listenerOn(report, 80).status).toBe(200);
  expect((await ask({ port: HTTP, host: HOST })).status).toBe(200);
});

test("all tasks unhealthy are a 503, never another application's answer", async () => {
  await shell("kubectl -n kecs scale deployment sample-sample --replicas 0");
  await eventually(async () => {
    expect((await ask({ port: HTTP, host: HOST })).status).toBe(503);
  });
});

test("destroy leaves nothing behind, and the user's kubeconfig as it was", async () => {
  const { stdout: variables } = await project.kecs(["env", "--stack", STACK]);
  const outcome = await project.kecs(["destroy", "--stack", STACK, "--yes"]);
  expect({ code: outcome.code, stderr: outcome.stderr }).toMatchObject({ code: 0 });

  const afterwards = await project.shellWith(
    variables,
    [
      "docker ps -aq --filter label=k3d.cluster=kecs-e2elife",
      "docker network ls -q --filter name=k3d-kecs-e2elife",
      "docker volume ls -q --filter name=k3d-kecs-e2elife",
      "pulumi stack ls --json | grep -c e2elife || true",
    ].join("\n"),
  );
  expect(afterwards.stdout.trim()).toBe("0");
  expect(readFileSync(kubeconfig, "utf8")).toBe(KUBECONFIG);
});
