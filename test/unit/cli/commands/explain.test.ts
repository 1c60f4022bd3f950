import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { findOutputs } from "../../../../cli/engine/findOutputs";
import type { KecsOutputs } from "../../../../core/outputs/contract";
import type { LoadBalancer } from "../../../../core/lb/model";
import { Alb, Listener } from "../../../../components";
import { deploy } from "../../../helpers/deploy";
import { withPrograms } from "../../../helpers/fakePrograms";
import { recordsJson } from "../../../helpers/records";
import { listener, loadBalancer } from "../../../helpers/routing";
import { CONNECTION } from "../../../helpers/samples";

// What Pulumi would be asked for; everything else of the command is real.
jest.mock("../../../../cli/machine/prepare");
jest.mock("../../../../cli/engine/findOutputs", () => ({
  ...jest.requireActual<object>("../../../../cli/engine/findOutputs"),
  findOutputs: jest.fn(),
}));

const folder = mkdtempSync(join(tmpdir(), "kecs-explain-"));
const body = { text: "gone" };
const server = createServer((_, response) => {
  response.writeHead(410, { "Content-Length": body.text.length }).end(body.text);
});
let localPort = 0;

beforeAll(async () => {
  mkdirSync(join(folder, "stacks"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
  writeFileSync(join(folder, "stacks", "Pulumi.dev.yaml"), "config:\n  kecs:instance: myapp\n");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  localPort = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  putOut(
    loadBalancer("shop", [
      listener([], {
        localPort,
        defaultAction: { type: "fixed-response", statusCode: 410, messageBody: "gone" },
      }),
    ]),
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function putOut(routing: LoadBalancer | undefined): void {
  const outputs = {
    instance: "myapp",
    connection: { ...CONNECTION, httpPort: localPort },
    albs: { shop: { name: "shop", routing } },
  } as unknown as KecsOutputs;
  jest.mocked(findOutputs).mockResolvedValue(outputs);
}

async function explain(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const url = `http://shop.elb.localhost:${localPort}/`;
  const exitCode = await runCli(
    ["explain", url, ...argv],
    {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => err.push(text) },
      env: {},
      cwd: folder,
      signal: new AbortController().signal,
    },
    { folder: "/nowhere", version: "1.2.3" },
  );
  return { exitCode, stdout: out.join(""), stderr: err.join(""), url };
}

test("takes the routes of the whole instance from its records", async () => {
  const theirs = await deploy(() => {
    const of = { connection: { ...CONNECTION, httpPort: localPort } };
    const { arn } = new Alb("shop", of);
    const teapot = { type: "fixed-response", fixedResponse: { statusCode: "418" } };
    const more = { loadBalancerArn: arn, port: 80, defaultActions: [teapot] };
    new Listener("l", { ...of, ...more });
  });
  const file = join(folder, "records.json");
  writeFileSync(file, recordsJson(theirs));
  const when = "exec k3d-kecs-myapp-server-0 kubectl -n kecs get configmaps";
  let stdout = "";
  await withPrograms({ docker: [{ when, then: `cat '${file}'` }] }, async () => {
    ({ stdout } = await explain());
  });
  expect(stdout).toContain("418");
});

test("routes that another version told are KECS1016, with what to do", async () => {
  putOut({ listeners: { "80": {} } } as unknown as LoadBalancer);
  const { exitCode, stderr } = await explain();
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS1016: stack dev: its outputs say how requests are routed in");
  expect(stderr).toContain("hint: bring it up to date: kecs start --stack dev\n");
});

test("explains on stdout", async () => {
  const { exitCode, stdout, stderr, url } = await explain("--method", "POST");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toBe(`POST ${url}

load balancer shop, host shop.elb.localhost
listener HTTP 80, local port ${localPort}
  yes default action

answer 410, a fixed response
  Content-Length: 4
  body "gone"
`);
});

test("puts the whole evaluation into the document, and the request", async () => {
  const { stdout } = await explain("--json", "--header", "X-A: 1", "--header", "X-B: 2");
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    issues: [],
    result: {
      stack: "dev",
      instance: "myapp",
      request: {
        headers: [
          ["X-A", "1"],
          ["X-B", "2"],
        ],
      },
      evaluation: { loadBalancer: "shop", decidedBy: "default action", answer: { status: 410 } },
    },
  });
});

test("sends the request where it is asked to", async () => {
  const { exitCode, stdout } = await explain("--send");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/\n\nsent: 410, as expected\n$/);
});

test("another answer is an error, behind the explanation", async () => {
  body.text = "here";
  const { exitCode, stdout, stderr, url } = await explain("--send");
  const { stdout: document } = await explain("--send", "--json");
  body.text = "gone";
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/\n\nsent: 410, not as expected\n$/);
  expect(stderr).toBe(
    `error KECS3006: ${url}: the body is "here", not "gone"\n  hint: have every route checked again: kecs start\n`,
  );
  expect(JSON.parse(document)).toMatchObject({
    ok: false,
    issues: [{ code: "KECS3006" }],
    result: { sent: { status: 410, body: "here" }, evaluation: { loadBalancer: "shop" } },
  });
});

test("no answer at all is an error", async () => {
  const port = localPort;
  localPort = 1;
  const { exitCode, stdout, stderr } = await explain("--send");
  localPort = port;
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toContain("error KECS3002: http://shop.elb.localhost:1/: connect ECONNREFUSED");
});

test("a stack of an earlier version has to be started again", async () => {
  putOut(undefined);
  const { exitCode, stderr } = await explain();
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS1016: stack dev: its outputs do not say");
});
