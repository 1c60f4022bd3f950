import { createConnection, type Socket } from "node:net";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { imageNames } from "../../lab/imageNames";
import { Project } from "./support/project";

/*
 * Ports of this machine that lead to services as plain TCP: new connections while a revision is deployed,
 * servers that speak first, and connections on which nothing is said for more than a minute.
 */

const STACK = "e2eports";
const HTTP = 28680;
const FIRST = 28700;
/** Longer than the minute in which Traefik wants a request of HTTP. */
const IDLE_MS = 70_000;
const FAST = "PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true";

const project = new Project("test/e2e/programs/ports");

function configure(version: string): void {
  project.configure(STACK, {
    instance: STACK,
    httpPort: HTTP,
    httpsPort: 28683,
    portRangeStart: FIRST,
    portRangeEnd: FIRST + 19,
    "ports:version": version,
    "ports:echo": imageNames.echo,
    "ports:shell": process.env["KECS_SHELL_IMAGE"] ?? imageNames.base,
  });
}

/** A connection to the service that no test changes, open while the others run. */
let silent: { readonly socket: Socket; readonly since: number };

beforeAll(async () => {
  configure("v1");
  await project.json(["start", "--stack", STACK]);
  const { socket } = await greeted(FIRST + 2);
  silent = { socket, since: Date.now() };
});

afterAll(() => project.remove(STACK));

/** A connection with what the server said first. */
async function greeted(
  port = FIRST,
): Promise<{ readonly socket: Socket; readonly greeting: string }> {
  const socket = createConnection({ host: "127.0.0.1", port });
  return { socket, greeting: await lineOf(socket) };
}

/** What comes next; a connection that ends without a word is an error. */
async function lineOf(socket: Socket): Promise<string> {
  const limit = AbortSignal.timeout(10_000);
  const [data] = (await Promise.race([
    once(socket, "data", { signal: limit }),
    once(socket, "close", { signal: limit }).then(() => {
      throw new Error("the connection was closed without a word");
    }),
  ])) as [Buffer];
  return data.toString().trim();
}

test("tells which ports lead to which containers", async () => {
  const { stdout } = await project.kecs(["urls", "--stack", STACK]);
  expect(stdout.split("\n")).toEqual([
    `tcp://localhost:${FIRST}  service db, container speaker:5432`,
    `tcp://localhost:${FIRST + 1}  service web, container echo:${FIRST + 1}`,
    `tcp://localhost:${FIRST + 2}  service cache, container speaker:5432`,
    "",
  ]);
  const status = await project.json<{ routes: unknown; endpoints: { address: string }[] }>([
    "status",
    "--stack",
    STACK,
  ]);
  expect(status.routes).toEqual([]);
  expect(status.endpoints.map(({ address }) => address)).toEqual([
    `localhost:${FIRST}`,
    `localhost:${FIRST + 1}`,
    `localhost:${FIRST + 2}`,
  ]);
});

test("hands HTTP on as it is, without a Host that anything knows", async () => {
  const answer = await fetch(`http://127.0.0.1:${FIRST + 1}/some/path`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-forwarded-for")).toBeNull();
});

test("hands a connection over before the client has said anything", async () => {
  const { socket, greeting } = await greeted();
  expect(greeting).toBe("220 v1");
  socket.write("hello\r\n");
  expect(await lineOf(socket)).toBe("v1 hello");
  socket.destroy();
});

test("loses no new connection while a revision is deployed", async () => {
  configure("v2");
  const until = { ended: false };
  const deployed = project
    .shell(
      STACK,
      `${FAST} pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1; echo "ended with $?"`,
    )
    .finally(() => {
      until.ended = true;
    });
  const seen: Record<string, number> = {};
  while (!until.ended) {
    const said = await greeted().then(
      ({ socket, greeting }) => {
        socket.destroy();
        return greeting;
      },
      (error: unknown) => `failed: ${String(error)}`,
    );
    seen[said] = (seen[said] ?? 0) + 1;
    await sleep(20);
  }
  process.stderr.write(`new connections: ${JSON.stringify(seen)}\n`);
  expect((await deployed).stdout).toContain("ended with 0");
  expect(Object.keys(seen).sort()).toEqual(["220 v1", "220 v2"]);
});

test("keeps a connection on which nothing is said", async () => {
  const { socket, since } = silent;
  await sleep(Math.max(0, since + IDLE_MS - Date.now()));
  socket.write("still there\r\n");
  expect(await lineOf(socket)).toBe("always still there");
  socket.destroy();
}, 120_000);
