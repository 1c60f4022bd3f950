import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/*
 * What a log router gets. The lab has no Fluent Bit: a shell prints the configuration and follows
 * the files that it names. KECS_ROUTER_IMAGE is an image of Fluent Bit to ask instead.
 */

const STACK = "firelens";
const SERVER = `k3d-kecs-${STACK}-server-0`;
const ROUTER = process.env["KECS_ROUTER_IMAGE"];
/** It says its first line at once, and its last one when it is told to stop. */
const SCRIPT =
  "trap 'echo last words; exit 0' TERM; echo first words of $FLUENT_HOST:$FLUENT_PORT; echo unwanted words; while true; do sleep 0.2; done";
const STAND_IN = [
  "trap 'exit 0' TERM",
  "cat /fluent-bit/etc/fluent-bit.conf",
  'echo "secret of ${#Alias_0} characters"',
  "until ls /var/log/kecs/web/*.log 2>/dev/null; do sleep 0.1; done",
  "ls /var/log/kecs",
  "tail -n +1 -F /var/log/kecs/web/*.log & wait",
].join("\n");

const project = new Project("test/e2e/programs/firelens");
let variables = "";
let pod = "";

async function shell(script: string): Promise<string> {
  return (await project.shellWith(variables, script)).stdout;
}

const kubectl = (command: string): Promise<string> =>
  shell(`docker exec ${SERVER} kubectl -n kecs ${command}`);
const output = (container: string): Promise<string> => kubectl(`logs ${pod} -c ${container}`);

beforeAll(async () => {
  project.configure(STACK, {
    instance: STACK,
    httpPort: 8380,
    httpsPort: 8743,
    "firelens:script": JSON.stringify(SCRIPT),
    "firelens:standIn": JSON.stringify(STAND_IN),
    ...(ROUTER === undefined ? {} : { "firelens:router": JSON.stringify(ROUTER) }),
  });
  const started = await project.kecs(["start", "--stack", STACK]);
  expect(started).toMatchObject({ code: 0 });
  ({ stdout: variables } = await project.kecs(["env", "--stack", STACK]));
  pod = (await kubectl("get pods -o name | grep web")).trim();
});

afterAll(() => project.remove(STACK));

test("the router gets what a container said, which kecs logs shows as well", async () => {
  await eventually(async () => {
    expect(await output("log")).toContain("first words of 127.0.0.1:24224");
  });
  const { stdout } = await project.kecs(["logs", "web", "--stack", STACK]);
  expect(stdout).toContain("first words of 127.0.0.1:24224");
});

test("the router has its configuration, and the output of its own task only", async () => {
  const text = await output("log");
  if (ROUTER === undefined) {
    expect(text).toContain("Match web-firelens*\n    Alias ${Alias_0}");
    expect(text).toContain("secret of 14 characters");
    expect(text).toMatch(/0\.log\nlog\nweb\n/);
  } else {
    expect(text).toContain('"ecs_task_definition"=>"web:1"');
    expect(text).toContain('"source"=>"stdout"');
    expect(text).not.toContain("unwanted");
  }
});

test("the router gets what a container says when it stops", async () => {
  const following = kubectl(`logs -f ${pod} -c log`);
  await kubectl(`delete ${pod}`);
  expect(await following).toContain("last words");
});
