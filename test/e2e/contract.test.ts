import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OPERATIONS } from "../../api/server/dispatch";
import { certificateFor } from "../helpers/api/contract/shop";
import { MemoryApi } from "../helpers/api/memoryApi";
import { awsCli } from "./support/awsCli";
import { succeed } from "./support/run";

/* boto3 on an API whose instance is in memory: it needs pip's packages, and no cluster. */

const SCRIPT = join(__dirname, "support", "contract.py");
const PAGE = join(__dirname, "..", "..", "docs", "aws-api.md");
/** Where boto3 has another name for a service than signatures have. */
const NAMES: Readonly<Record<string, string>> = { elasticloadbalancing: "elbv2" };

let api: MemoryApi;
let tools = "";
beforeAll(async () => {
  tools = await awsCli();
  api = await MemoryApi.start();
}, 600_000);
afterAll(() => api.close());

/** Runs Python, which has boto3, with these arguments; returns what it prints. */
const python = async (...args: readonly string[]): Promise<string> => {
  const command = `${tools}\nexec python3 "$@"`;
  const credentials = { AWS_ACCESS_KEY_ID: "kecs", AWS_SECRET_ACCESS_KEY: "kecs" };
  const place = { AWS_ENDPOINT_URL: api.url, AWS_DEFAULT_REGION: "us-east-1" };
  const env = { ...process.env, ...credentials, ...place };
  return (await succeed(["sh", "-c", command, "sh", ...args], { cwd: __dirname, env })).stdout;
};

test("boto3 needs no more than the variables of kecs env, as docs/aws-api.md shows", async () => {
  const [, program = ""] = /```python\n(.*?)```/s.exec(readFileSync(PAGE, "utf8")) ?? [];
  expect(await python("-c", program)).toBe(
    "['arn:aws:ecs:us-east-1:000000000000:cluster/myapp-cluster']\n",
  );
});

test("boto3 calls every operation, and reads every answer as its model has it", async () => {
  api.instance.log = "2026-01-01T00:00:01.000000000Z one";
  const operations = Object.fromEntries(
    Object.entries(OPERATIONS).map(([service, of]) => [NAMES[service] ?? service, Object.keys(of)]),
  );
  const certificate = Object.entries(await certificateFor("shop.test")).map(([name, pem]) => [
    name,
    pem.toString(),
  ]);
  const given = [operations, Object.fromEntries(certificate)].map((of) => JSON.stringify(of));
  const stdout = await python(SCRIPT, api.url, ...given);
  expect(JSON.parse(stdout)).toMatchObject({ wrong: [] });
  expect({ faults: api.faults, unknown: api.unknown }).toEqual({ faults: [], unknown: [] });
});
