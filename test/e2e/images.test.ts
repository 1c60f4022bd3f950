import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageNames } from "../../lab/imageNames";
import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/* Images that are built or taken from the daemon: what a change builds, imports and restarts. */

const STACK = "e2eimages";
const NODE = `k3d-kecs-${STACK}-server-0`;
const NAMED = `${STACK}:dev`;

const project = new Project("test/e2e/programs/images");
const contexts = mkdtempSync(join(tmpdir(), "kecs-contexts-"));
let variables = "";

const shell = async (script: string): Promise<string> =>
  (await project.shellWith(variables, script)).stdout;

const DOCKERFILE = `ARG BASE
FROM $BASE AS plain
ARG VERSION=none
ENV KECS_TARGET=$VERSION
COPY source.txt /source.txt
FROM plain AS debug
ENV KECS_DEBUG=yes
FROM plain
`;

function write(name: string, source: string, dockerfile = DOCKERFILE): void {
  mkdirSync(join(contexts, name), { recursive: true });
  writeFileSync(join(contexts, name, "source.txt"), `${source}\n`);
  writeFileSync(join(contexts, name, "Dockerfile"), dockerfile);
}

function configure(settings: Readonly<Record<string, string>> = {}): void {
  project.configure(STACK, {
    instance: STACK,
    httpPort: 8480,
    httpsPort: 8843,
    "images:contexts": contexts,
    "images:base": imageNames.echo,
    "images:named": imageNames.echo,
    "images:version": "one",
    ...settings,
  });
}

/** Runs an update; tells what it printed, and the tasks of each service that it started anew. */
async function update(settings?: Readonly<Record<string, string>>) {
  configure(settings);
  const before = await tasks();
  const printed = await shell(
    `pulumi up --yes --skip-preview --non-interactive --stack ${STACK} 2>&1; echo "ended with $?"`,
  );
  const fresh = (await tasks()).filter((name) => !before.includes(name));
  const restarted = [...new Set(fresh.map((name) => name.split("-")[1]))].sort();
  return { code: Number(/ended with (\d+)\s*$/.exec(printed)?.[1]), printed, restarted };
}

async function tasks(): Promise<string[]> {
  const selector = "app.kubernetes.io/component=service";
  const names = await shell(
    `docker exec ${NODE} kubectl get pods -n kecs -l ${selector} --field-selector status.phase=Running -o name`,
  );
  return names.split("\n").filter((name) => name !== "");
}

/** The lines of a file of each container that has a source; each once. */
async function inTasks(file: string): Promise<string[]> {
  const each = `for p in /proc/[0-9]*; do [ -e $p/root/source.txt ] && tr '\\0' '\\n' <$p/${file}; done; true`;
  const printed = await shell(`docker exec ${NODE} sh -c "${each.replaceAll("$", "\\$")}"`);
  return [...new Set(printed.split("\n"))].filter((line) => line !== "").sort();
}

const sources = (): Promise<string[]> => inTasks("root/source.txt");

/** The images of the project that the node has. */
async function images(): Promise<string[]> {
  const listed = await shell(`docker exec ${NODE} ctr -n k8s.io images ls -q`);
  return listed
    .split("\n")
    .filter((name) => name.startsWith("kecs.local/"))
    .sort();
}

beforeAll(async () => {
  write("built", "built 1");
  write("other", "other 1");
  configure();
  await project.json(["start", "--stack", STACK]);
  variables = (await project.kecs(["env", "--stack", STACK])).stdout;
});

afterAll(async () => {
  await project.remove(STACK);
  rmSync(contexts, { recursive: true, force: true });
});

test("are in the node, and nothing happens where nothing changed", async () => {
  expect(await sources()).toEqual(["built 1", "other 1"]);
  expect(await images()).toHaveLength(3);
  expect(await project.json(["start", "--stack", STACK])).toMatchObject({ changed: false });
});

test("a file of one folder updates the services on that image, and the old content goes", async () => {
  const before = await images();
  write("built", "built 2");
  expect(await update()).toMatchObject({ code: 0, restarted: ["built"] });
  // Tasks of before may be about to end.
  await eventually(async () => {
    expect(await sources()).toEqual(["built 2", "other 1"]);
  });
  const after = await images();
  expect(after).toHaveLength(3);
  const gone = before.filter((name) => !after.includes(name));
  expect(gone).toEqual([expect.stringContaining("/built:")]);
});

test("arguments and the target of a build count, and another name of an image", async () => {
  await shell(`docker tag ${imageNames.whoami} ${NAMED}`);
  const change = { "images:version": "two", "images:target": "debug", "images:named": NAMED };
  expect(await update(change)).toMatchObject({ code: 0, restarted: ["built", "named"] });
  await eventually(async () => {
    const environment = await inTasks("environ");
    expect(environment).toEqual(expect.arrayContaining(["KECS_TARGET=two", "KECS_DEBUG=yes"]));
    expect(environment).not.toContain("KECS_TARGET=one");
  });
  await shell(`docker tag ${imageNames.pause} ${NAMED}`);
  expect(await update(change)).toMatchObject({ code: 0, restarted: ["named"] });
});

test("a build that fails ends the update with what Docker says, and all goes on", async () => {
  const before = await images();
  write("built", "built 3", `${DOCKERFILE}COPY missing.txt /missing.txt\n`);
  const { code, printed, restarted } = await update({ "images:named": NAMED });
  expect(code).not.toBe(0);
  expect(printed).toContain("missing.txt");
  expect(restarted).toEqual([]);
  expect(await images()).toEqual(before);
  expect(await sources()).toEqual(["built 2", "other 1"]);
});
