import { imageNames } from "../../lab/imageNames";
import { eventually } from "./support/eventually";
import { Project } from "./support/project";
import type { Outcome } from "./support/run";

/* Service Connect: tasks reach services of their namespace by alias and port, and nobody else does. */

const STACK = "e2econnect";
const NODE = `k3d-kecs-${STACK}-server-0`;
const FAST = "PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true";
const project = new Project("test/e2e/programs/connect");
let variables = "";

const first = {
  server: "orders",
  second: "orders-http",
  holder: "server",
  version: "v1",
  port: 8080,
};
type Settings = typeof first;

function configure(settings: Settings): void {
  const own = Object.entries({ image: imageNames.echo, ...settings });
  project.configure(STACK, {
    instance: STACK,
    httpPort: 8780,
    httpsPort: 9143,
    ...Object.fromEntries(own.map(([key, value]) => [`connect:${key}`, value])),
  });
}

const shell = (script: string): Promise<Outcome> => project.shellWith(variables, script);
/** Runs the test application's own binary inside of a task of a service. */
const inside = async (service: string, command: string): Promise<string> => {
  const exec = `docker exec -i ${NODE} kubectl --namespace kecs exec deployment/${service} -- /echo ${command}`;
  return (await shell(exec)).stdout.trim();
};
const versionAt = async (url: string, service = "back-audit"): Promise<unknown> =>
  (JSON.parse(await inside(service, `fetch ${url}`)) as Record<string, unknown>)["KECS_TARGET"];

/**
 * Brings settings about while the client calls without a pause; what it was answered.
 *
 * @param isExcused whether a call that failed before now may have
 */
async function changeUnderCalls(
  settings: Settings,
  url: string,
  isExcused = (): Promise<boolean> => Promise.resolve(false),
) {
  configure(settings);
  const answers: unknown[] = [];
  const failures: string[] = [];
  let isOver = false;
  const calling = Promise.all(
    [1, 2].map(async () => {
      while (!isOver) {
        try {
          answers.push(await versionAt(url));
        } catch (error) {
          if (!(await isExcused())) failures.push(String(error));
        }
      }
    }),
  );
  try {
    await shell(`${FAST} pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`);
  } finally {
    isOver = true;
    await calling;
  }
  return { answers, failures };
}

beforeAll(async () => {
  configure(first);
  const started = await project.kecs(["start", "--stack", STACK]);
  if (started.code !== 0) throw new Error(`${started.stdout}\n${started.stderr}`);
  variables = (await project.kecs(["env", "--stack", STACK])).stdout;
});

afterAll(() => project.remove(STACK));

test("tasks of a namespace reach a service by its aliases, in whatever cluster they are", async () => {
  for (const service of ["shop-web", "back-audit", "shop-orders"]) {
    await eventually(async () => {
      expect(await versionAt("http://orders/hello", service)).toBe("v1");
    });
    expect(await versionAt("http://orders-http.myapp:9090/hello", service)).toBe("v1");
  }
});

test("its connections go to all of the ready tasks", async () => {
  const hostname = async (): Promise<unknown> =>
    (JSON.parse(await inside("shop-web", "fetch http://orders/")) as Record<string, unknown>)[
      "hostname"
    ];
  const hosts = new Set<unknown>();
  for (let i = 0; i < 30 && hosts.size < 2; i++) hosts.add(await hostname());
  expect(hosts.size).toBe(2);
});

test.each(["back-stranger", "shop-outsider"])("%s knows none of the names", async (service) => {
  await expect(inside(service, "lookup orders")).rejects.toThrow("no such host");
  await expect(inside(service, "lookup orders-http.myapp")).rejects.toThrow("no such host");
});

test("other names stay as they are", async () => {
  expect(await inside("shop-web", "lookup kubernetes.default")).toContain("10.43.0.1");
  await expect(inside("shop-web", "lookup nobody")).rejects.toThrow("no such host");
});

test("no call is lost while the tasks are replaced by ones that listen on another port", async () => {
  const { answers, failures } = await changeUnderCalls(
    { ...first, version: "v2", port: 8081 },
    "http://orders/",
  );
  expect(failures).toEqual([]);
  expect(new Set(answers)).toEqual(new Set(["v1", "v2"]));
  expect(await versionAt("http://orders/")).toBe("v2");
});

test("no call is lost while another alias changes", async () => {
  const change = { ...first, version: "v2", port: 8081, second: "other-http" };
  const { failures } = await changeUnderCalls(change, "http://orders/");
  expect(failures).toEqual([]);
  expect(await versionAt("http://other-http.myapp:9090/")).toBe("v2");
  await eventually(() =>
    expect(inside("shop-web", "lookup orders-http.myapp")).rejects.toThrow("no such host"),
  );
});

test("an alias that moves to another service leads to the old one until the new one serves", async () => {
  const change = { ...first, version: "v2", port: 8081, second: "other-http", holder: "web" };
  // From then on the old one's address goes, and is in answers of DNS for five seconds.
  const hasMoved = async (): Promise<boolean> => {
    const slices = `docker exec ${NODE} kubectl --namespace kecs get endpointslices -o name`;
    return /\/sc-shop-web-[0-9a-f]{7}$/m.test((await shell(slices)).stdout);
  };
  const { answers, failures } = await changeUnderCalls(change, "http://moving:7000/", hasMoved);
  expect(failures).toEqual([]);
  expect(new Set(answers.filter((answer) => answer !== "web"))).toEqual(new Set(["v2"]));
  await eventually(async () => {
    expect(await versionAt("http://moving:7000/")).toBe("web");
  });
});

test("another service takes an alias over from one that goes", async () => {
  const change = { ...first, server: "purchases", version: "v3", holder: "web" };
  configure(change);
  await shell(`${FAST} pulumi up --yes --skip-preview --non-interactive --stack ${STACK}`);
  await eventually(async () => {
    expect(await versionAt("http://orders/")).toBe("v3");
  });
});
