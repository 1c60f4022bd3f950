import { join } from "node:path";
import { eventually } from "./support/eventually";
import { startHostProcess, type HostProcess } from "./support/hostProcess";
import { ask, type Answer, type Question } from "./support/http";
import { Project } from "./support/project";
import { listenerOn, type StartReport, type StatusReport } from "./support/reports";

/*
 * The program in examples/shop as a user has it: HTTPS with certificates of one's own authority,
 * rules, a canary, and a process of this machine among the tasks. The steps build on each other.
 */

const STACK = "e2ealb";
const HTTP = 27180;
const HTTPS = 27543;
const SHOP = `https://shop-alb.elb.localhost:${HTTPS}`;
const settings = { instance: STACK, httpPort: HTTP, httpsPort: HTTPS };

const project = new Project("examples/shop");
const authority = join(project.home, ".local", "share", "kecs", "ca", "ca.pem");
const pem = (name: string): string => join(project.folder, name);
let host: HostProcess;

beforeAll(async () => {
  host = await startHostProcess();
  project.configure(STACK, { ...settings, "shop:devPort": host.port });
});

afterAll(async () => {
  await host.close();
  await project.remove(STACK);
});

const shell = async (script: string): Promise<string> =>
  (await project.shell(STACK, script)).stdout.trim();

/** Runs curl and tells the status and its own exit code, also where it failed. */
const curl = (words: string): Promise<string> =>
  shell(`curl -s -o /dev/null -w '%{http_code} %{exitcode}' ${words} || true`);

const over = (question: Omit<Question, "port">): Promise<Answer> =>
  ask({ port: HTTPS, tls: true, ...question });

/** Which application answered: the shop's, its next version, or the process on this machine. */
const nameOf = ({ body }: Answer): string => /^Name: (\S+)$/m.exec(body)?.[1] ?? "";

/** The subject alternative names of the certificate that a client gets for a name. */
const namesServed = (name: string): Promise<string> =>
  shell(
    `openssl s_client -connect 127.0.0.1:${HTTPS} -servername ${name} -CAfile ${authority} </dev/null 2>/dev/null` +
      " | openssl x509 -noout -ext subjectAltName | tail -n 1",
  );

test("start ends with a URL for every listener, and each of them answers", async () => {
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(report.listeners.map(({ alb, port, url, status }) => [alb, port, url, status])).toEqual([
    ["partners-alb", 443, `https://partners-alb.elb.localhost:${HTTPS}/`, 200],
    ["shop-alb", 80, `http://shop-alb.elb.localhost:${HTTP}/`, 301],
    ["shop-alb", 443, `${SHOP}/`, 200],
  ]);
});

test("a client that names the authority trusts the certificate, and no other client does", async () => {
  expect(await curl(`--cacert ${authority} ${SHOP}/`)).toBe("200 0");
  expect(await curl(`${SHOP}/`)).toBe("000 60");
});

test("the printed curl line of an HTTPS listener works as it is", async () => {
  const { listeners } = await project.json<StatusReport>(["urls", "--stack", STACK]);
  for (const alb of ["shop-alb", "partners-alb"]) {
    const { curl: line } = listenerOn({ listeners: listeners.filter((of) => of.alb === alb) }, 443);
    expect(await shell(`${line} -s -o /dev/null -w '%{http_code} %{exitcode}'`)).toBe("200 0");
  }
});

test("HTTP is sent to the local port of HTTPS, in one hop and with path and query", async () => {
  const from = `http://shop-alb.elb.localhost:${HTTP}/a/b?c=1`;
  const said = await shell(
    `curl -s -o /dev/null -w '%{http_code} %{num_redirects} %{url_effective}' -L --max-redirs 1 --cacert ${authority} '${from}'`,
  );
  expect(said).toBe(`200 1 ${SHOP}/a/b?c=1`);
});

test("a process on this machine gets its share beside the tasks", async () => {
  const before = host.asked.length;
  const counts = new Map<string, number>();
  for (let i = 0; i < 300; i += 1) {
    const answer = await over({ host: "shop.test", path: `/share/${i}` });
    expect(answer.status).toBe(200);
    const name = nameOf(answer);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Two tasks and one process take turns.
  expect([...counts.keys()].sort()).toEqual(["host", "web"]);
  expect(counts.get("host")).toBeGreaterThanOrEqual(90);
  expect(counts.get("host")).toBeLessThanOrEqual(110);
  expect(host.asked.length - before).toBe(counts.get("host"));
});

test("the maintenance page stands before everything else", async () => {
  for (const path of ["/admin", "/admin/users?all=1"]) {
    const { status, body, headers } = await over({ host: "shop.test", path });
    expect([status, body, headers["content-type"]]).toEqual([
      503,
      "<h1>Back at noon</h1>",
      "text/html",
    ]);
  }
  expect((await over({ host: "shop.test", path: "/administrator" })).status).toBe(200);
});

test("the canary takes a tenth of the new clients, and each client stays where it was", async () => {
  let moved = 0;
  const cookies = new Map<string, string>();
  for (let i = 0; i < 200; i += 1) {
    const answer = await over({ host: "shop.test", path: "/checkout/cart" });
    const name = nameOf(answer) === "next" ? "next" : "web";
    if (name === "next") moved += 1;
    const set = [answer.headers["set-cookie"] ?? []].flat();
    const cookie = set.find((text) => text.startsWith("AWSALBTG="));
    expect(cookie).toBeDefined();
    cookies.set(name, cookie?.split(";")[0] ?? "");
  }
  expect(moved).toBe(20);
  for (const [name, cookie] of cookies) {
    for (let i = 0; i < 20; i += 1) {
      const again = await over({ host: "shop.test", path: "/checkout/", headers: { cookie } });
      expect(nameOf(again) === "next").toBe(name === "next");
    }
  }
});

test("a host that only a rule names reaches the rule", async () => {
  expect(nameOf(await over({ host: "next.test" }))).toBe("next");
  // And no other load balancer, nor this one's listener of HTTP by another rule.
  expect((await ask({ port: HTTP, host: "next.test" })).status).toBe(404);
});

test("each name gets its own certificate", async () => {
  expect(await namesServed("shop.test")).toBe("DNS:shop.test");
  expect(await namesServed("next.test")).toBe("DNS:next.test");
  for (const name of ["shop.test", "next.test"]) {
    const words = `--cacert ${authority} --connect-to ::127.0.0.1:${HTTPS} https://${name}/`;
    expect(await curl(words)).toBe("200 0");
  }
});

test("a policy of TLS 1.3 refuses TLS 1.2, for its own load balancer's hosts alone", async () => {
  const old = `--tls-max 1.2 --cacert ${authority}`;
  const partners = `https://partners-alb.elb.localhost:${HTTPS}/`;
  expect(await curl(`--tlsv1.3 --cacert ${authority} ${partners}`)).toBe("200 0");
  expect(await curl(`${old} ${partners}`)).toBe("000 35");
  expect(await curl(`${old} ${SHOP}/`)).toBe("200 0");
});

test("a second start changes nothing, and serves the same certificates", async () => {
  const fingerprint = (): Promise<string> =>
    shell(
      "kubectl -n kecs get secrets -o jsonpath='{range .items[*]}{.metadata.name} {.metadata.resourceVersion} {.data.tls\\.crt}{\"\\n\"}{end}'",
    );
  const before = await fingerprint();
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(report.changed).toBe(false);
  const said = await shell(
    `pulumi up --yes --stack ${STACK} --expect-no-changes --non-interactive`,
  );
  expect(said).toContain("unchanged");
  expect(await fingerprint()).toBe(before);
});

test("a certificate of one's own is served as it is", async () => {
  await shell(
    `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=own -addext subjectAltName=DNS:partners.shop.test -keyout ${pem("own-key.pem")} -out ${pem("own.pem")} 2>/dev/null`,
  );
  project.configure(STACK, {
    ...settings,
    "shop:devPort": host.port,
    "shop:certificateFile": pem("own.pem"),
    "shop:keyFile": pem("own-key.pem"),
  });
  expect((await project.json<StartReport>(["start", "--stack", STACK])).changed).toBe(true);
  const asked = `--connect-to ::127.0.0.1:${HTTPS} https://partners.shop.test/`;
  expect(await curl(`--cacert ${pem("own.pem")} ${asked}`)).toBe("200 0");
  expect(await curl(`--cacert ${authority} ${asked}`)).toBe("000 60");
  const state = await shell(`pulumi stack export --stack ${STACK}`);
  expect(state).not.toContain("PRIVATE KEY");
});

test("a rule whose target group is gone says so, and nobody else answers for it", async () => {
  await shell("kubectl -n kecs delete service tg-next");
  await eventually(async () => {
    const { status, body } = await over({ host: "next.test" });
    expect([status, body]).toEqual([503, "rule 30 is not loaded"]);
  });
  const canary = await over({ host: "shop.test", path: "/checkout/cart" });
  expect([canary.status, canary.body]).toEqual([503, "rule 20 is not loaded"]);
  expect((await over({ host: "shop.test" })).status).toBe(200);
});

test("pulumi up --refresh brings the rule back", async () => {
  await shell(`pulumi up --refresh --yes --skip-preview --non-interactive --stack ${STACK}`);
  await eventually(async () => {
    expect(nameOf(await over({ host: "next.test" }))).toBe("next");
  });
});

test("kecs start brings a rule back as well", async () => {
  await shell(
    "kubectl -n kecs delete service tg-next && kubectl -n kecs delete ingressroute --selector kecs.dev/rule=canary",
  );
  const report = await project.json<StartReport>(["start", "--stack", STACK]);
  expect(report.changed).toBe(true);
  await eventually(async () => {
    expect(nameOf(await over({ host: "next.test" }))).toBe("next");
    expect((await over({ host: "shop.test", path: "/checkout/cart" })).status).toBe(200);
  });
});

test("a process that is no target any more gets nothing", async () => {
  project.configure(STACK, settings);
  await project.json<StartReport>(["start", "--stack", STACK]);
  await eventually(async () => {
    const before = host.asked.length;
    for (let i = 0; i < 12; i += 1) expect((await over({ host: "shop.test" })).status).toBe(200);
    expect(host.asked.length).toBe(before);
  });
});

test("destroy leaves nothing behind", async () => {
  const outcome = await project.kecs(["destroy", "--stack", STACK, "--yes"]);
  expect({ code: outcome.code, stderr: outcome.stderr }).toMatchObject({ code: 0 });
  const left = await project.shell(
    STACK,
    `docker ps -aq --filter label=k3d.cluster=kecs-${STACK}; docker network ls -q --filter name=k3d-kecs-${STACK}`,
  );
  expect(left.stdout.trim()).toBe("");
});
