import { eventually } from "./support/eventually";
import { ask } from "./support/http";
import { startLoad } from "./support/load";
import { Project } from "./support/project";

/* The examples with images of their own, each on the instance that its README makes. */

const HTTP = 27880;
const HTTPS = 27883;
const PORTS = { httpPort: HTTP, httpsPort: HTTPS };

describe("a web application behind nginx", () => {
  const project = new Project("examples/proxy");
  const stack = "e2eproxy";
  const host = "proxy-alb.elb.localhost";

  beforeAll(async () => {
    project.configure(stack, { instance: stack, ...PORTS });
    await project.json(["start", "--stack", stack]);
  });

  afterAll(() => project.remove(stack));

  test("HTTP is redirected to HTTPS", async () => {
    const { status, headers } = await ask({ port: HTTP, host, path: "/hello" });
    expect(status).toBe(301);
    expect(headers["location"]).toBe(`https://${host}:${HTTPS}/hello`);
  });

  test("nginx passes pages on and serves what the application wrote", async () => {
    const secure = { port: HTTPS, host, tls: true };
    const page = await ask({ ...secure, path: "/hello" });
    expect(page.status).toBe(200);
    expect(page.headers["server"]).toMatch(/^nginx/);
    expect(page.body).toContain("You asked for /hello by HTTPS.");
    const style = await ask({ ...secure, path: "/static/style.css" });
    expect(style).toMatchObject({ status: 200, headers: { "content-type": "text/css" } });
  });
});

describe("three services and the next version of one of them", () => {
  const project = new Project("examples/canary");
  const stack = "e2ecanary";
  const at = { port: HTTP, host: "canary-alb.elb.localhost" };

  /** Gives the next version its share, under load; nothing else than 200 may come of it. */
  async function shift(canaryWeight: number): Promise<void> {
    const load = startLoad(at, [{ method: "GET", path: "/cart" }]);
    project.configure(stack, { instance: stack, ...PORTS, "canary:canaryWeight": canaryWeight });
    const started = await project.kecs(["start", "--stack", stack]);
    const { failures } = await load.stop();
    expect([started.code, failures]).toEqual([0, []]);
  }

  /** How many of 100 answers each version of the cart gives. */
  async function shares(): Promise<Readonly<Record<string, number>>> {
    const found: Record<string, number> = {};
    for (let i = 0; i < 100; i += 1) {
      const { version } = await cart();
      found[version] = (found[version] ?? 0) + 1;
    }
    return found;
  }

  async function cart(headers: Readonly<Record<string, string>> = {}) {
    const answer = await ask({ ...at, path: "/cart", headers });
    expect(answer.status).toBe(200);
    const { version, task } = JSON.parse(answer.body) as { version: string; task: string };
    const cookies = [answer.headers["set-cookie"] ?? []].flat();
    return { version, task, cookie: cookies.map((text) => text.split(";")[0]).join("; ") };
  }

  beforeAll(async () => {
    project.configure(stack, { instance: stack, ...PORTS });
    await project.json(["start", "--stack", stack]);
  });

  afterAll(() => project.remove(stack));

  test("services call each other through an internal load balancer, by its name on AWS", async () => {
    const { status, body } = await ask(at);
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { items: ["lamp", "chair", "table"], cart: "1" },
    ]);
  });

  test("a header leads testers to the next version", async () => {
    expect(await cart({ "x-canary": "yes" })).toMatchObject({ version: "2" });
    expect(await cart({ "x-canary": "no" })).toMatchObject({ version: "1" });
  });

  test("a client stays with its task", async () => {
    const { task, cookie } = await cart();
    for (let i = 0; i < 10; i += 1) expect(await cart({ cookie })).toMatchObject({ task });
  });

  test("the next version gets its share, and no request is lost on the way", async () => {
    expect(await shares()).toEqual({ 1: 100 });
    await shift(10);
    expect(await shares()).toEqual({ 1: 90, 2: 10 });
    await shift(100);
    expect(await shares()).toEqual({ 2: 100 });
  });
});

describe("an API, a worker and a database", () => {
  const project = new Project("examples/orders");
  const stack = "e2eorders";
  const at = { port: HTTP, host: "orders-alb.elb.localhost" };

  function configure(settings: Readonly<Record<string, string>> = {}): void {
    project.configure(stack, { instance: stack, ...PORTS, ...settings });
  }

  async function send(method: string, path: string): Promise<unknown> {
    const answer = await ask({ ...at, method, path });
    expect(answer.status).toBe(200);
    return JSON.parse(answer.body);
  }

  const migrationLog = async (): Promise<string> =>
    (await project.shell(stack, `pulumi stack output migrationLog --stack ${stack}`)).stdout;

  beforeAll(async () => {
    configure();
    await project.json(["start", "--stack", stack]);
  });

  afterAll(() => project.remove(stack));

  test("the database was migrated before the API started", async () => {
    expect(await migrationLog()).toContain("The database is at step 1.");
  });

  test("the worker finds the database by service discovery, and the API by Service Connect", async () => {
    expect(await send("POST", "/orders?item=chair")).toMatchObject({
      item: "chair",
      status: "pending",
    });
    await eventually(async () => {
      expect(await send("GET", "/orders")).toEqual([{ id: 1, item: "chair", status: "done" }]);
    });
  });

  test("a migration that fails fails the update with its log, and the old version answers on", async () => {
    const load = startLoad(at, [{ method: "GET", path: "/orders" }]);
    configure({ "orders:extraStep": "ALTER TABLE nothing ADD COLUMN price integer" });
    const { code, stderr } = await project.kecs(["start", "--stack", stack]);
    const { failures } = await load.stop();
    expect(failures).toEqual([]);
    expect(code).not.toBe(0);
    expect(stderr).toContain("exit code 3");
    expect(stderr).toContain('The migration failed: relation "nothing" does not exist');
  });

  test("the next version migrates first, and the orders outlive the database's task", async () => {
    const database = (await tasksOf("database"))[0];
    configure({
      "orders:extraStep": "ALTER TABLE orders ADD COLUMN price integer",
      "orders:redeployment": "2",
    });
    await project.json(["start", "--stack", stack]);
    expect(await migrationLog()).toContain("The database is at step 2.");
    expect((await tasksOf("database"))[0]).not.toBe(database);
    expect(await send("GET", "/orders")).toEqual([{ id: 1, item: "chair", status: "done" }]);
  });

  async function tasksOf(service: string): Promise<string[]> {
    const { tasks } = await project.json<{ tasks: { name: string; id: string }[] }>([
      "ps",
      "--stack",
      stack,
    ]);
    return tasks.filter(({ name }) => name === service).map(({ id }) => id);
  }
});
