import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { PulumiStack } from "../../../../cli/engine/pulumiStack";
import { withPrograms } from "../../../helpers/fakePrograms";

jest.mock("../../../../cli/engine/pulumiStack");

const RANGE = { KECS_ALB_PORT_RANGE_START: "29000", KECS_ALB_PORT_RANGE_END: "29004" };
const LABELS = { "kecs.dev/epoch": "e1" };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kecs-start-"));
  mkdirSync(join(folder, "stacks"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
  jest.spyOn(PulumiStack, "open").mockReset().mockRejectedValue(new Error("the deployment failed"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What docker says of a cluster that is there once a file says so. */
function inspect(): string {
  const node = {
    Name: "/k3d-kecs-shop-server-0",
    Config: { Image: "rancher/k3s:v1.34.2-k3s1", Labels: LABELS },
    State: { Running: false },
    HostConfig: { PortBindings: null, Binds: null },
    NetworkSettings: { Ports: null },
  };
  const absent = "echo 'Error: No such container: x' >&2; echo '[]'; exit 1";
  return `[ -e ${join(folder, "made")} ] || { ${absent}; }; echo '${JSON.stringify([node])}'`;
}

async function start(variables: Readonly<Record<string, string>>, ...argv: string[]) {
  const err: string[] = [];
  let exitCode = -1;
  const calls = await withPrograms(
    {
      docker: [
        { when: "version", then: "echo 28.0.0" },
        { when: "inspect", then: inspect() },
        { when: "cp", then: "echo 'Could not find the file /x in container y' >&2; exit 1" },
      ],
      k3d: [
        { when: "version", then: "echo 'k3d version v5.8.3'" },
        { when: "kubeconfig get kecs-shop", then: "echo credentials" },
      ],
      pulumi: [{ when: "version", then: "echo v3.250.0" }],
    },
    async () => {
      exitCode = await runCli(
        ["start", ...argv],
        {
          stdin: Readable.from([]),
          stdout: { write: () => true },
          stderr: { write: (text: string) => err.push(text) },
          env: {
            ...process.env,
            KECS_CACHE_DIR: join(folder, "cache"),
            KECS_LAB: "never",
            PULUMI_BACKEND_URL: `file://${folder}`,
            ...variables,
          },
          cwd: folder,
          signal: new AbortController().signal,
        },
        { folder: "/nowhere", version: "1.2.3" },
      );
    },
  );
  return { exitCode, stderr: err.join(""), calls };
}

const NEW = ["--instance", "shop", "--http-port", "auto", "--https-port", "auto"];
const stackFile = () => join(folder, "stacks", "Pulumi.shop.yaml");

test("a range of the variables is kept in the file of a new stack, and it says so", async () => {
  const { stderr } = await start(RANGE, ...NEW);
  expect(readFileSync(stackFile(), "utf8")).toContain(
    ['  kecs:portRangeStart: "29000"', '  kecs:portRangeEnd: "29004"', ""].join("\n"),
  );
  expect(stderr).toContain(
    "the file keeps the range 29000-29004 of KECS_ALB_PORT_RANGE_START and KECS_ALB_PORT_RANGE_END\n",
  );
});

test("a range of the command line is the user's own word: nothing is said", async () => {
  const { stderr } = await start({}, ...NEW, "--range", "29000-29004");
  expect(readFileSync(stackFile(), "utf8")).toContain('kecs:portRangeEnd: "29004"');
  expect(stderr).not.toContain("the file keeps the range");
});

test("half a range of the variables is told, and no file is written", async () => {
  const { exitCode, stderr } = await start({ KECS_ALB_PORT_RANGE_START: "29000" }, ...NEW);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS1003");
  expect(existsSync(stackFile())).toBe(false);
});

test("an existing file stays as it is: the variables are for one run", async () => {
  const text = "config:\n  kecs:instance: shop\n  kecs:httpPort: auto\n  kecs:httpsPort: auto\n";
  writeFileSync(stackFile(), text);
  await start(RANGE, "--stack", "shop");
  expect(readFileSync(stackFile(), "utf8")).toBe(text);
});

test("a listener without a local port is told before any program is run", async () => {
  writeFileSync(
    stackFile(),
    'config:\n  kecs:instance: shop\n  kecs:sample: "true"\n  kecs:sampleListeners: "80,8081"\n',
  );
  const { exitCode, stderr, calls } = await start({}, "--stack", "shop");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS1005: kecs:sampleListeners: listener port");
  expect(calls).toEqual([]);
});

test("a start that failed after the cluster was made leaves its kubeconfig", async () => {
  jest.spyOn(PulumiStack, "open").mockImplementation(() => {
    writeFileSync(join(folder, "made"), "");
    return Promise.reject(new Error("the deployment failed"));
  });
  const { exitCode, stderr } = await start({}, ...NEW);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("the deployment failed");
  const file = join(folder, "cache", "instances", "shop", "kubeconfig");
  expect(readFileSync(file, "utf8")).toBe("credentials\n");
});

test("a stack's file that cannot be written is told with its path", async () => {
  rmSync(join(folder, "stacks"), { recursive: true });
  writeFileSync(join(folder, "stacks"), "");
  const { stderr } = await start({}, ...NEW);
  expect(stderr).toContain("error KECS4008: ");
});
