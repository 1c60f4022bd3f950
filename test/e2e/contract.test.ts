import { join } from "node:path";
import { OPERATIONS } from "../../api/server/dispatch";
import { certificateFor } from "../helpers/api/contract/shop";
import { MemoryApi } from "../helpers/api/memoryApi";
import { awsCli } from "./support/awsCli";
import { succeed } from "./support/run";

/* boto3 on an API whose instance is in memory: it needs pip's packages, and no cluster. */

const SCRIPT = join(__dirname, "support", "contract.py");
/** Where boto3 has another name for a service than signatures have. */
const NAMES: Readonly<Record<string, string>> = { elasticloadbalancing: "elbv2" };

let api: MemoryApi;
let tools = "";
beforeAll(async () => {
  tools = await awsCli();
  api = await MemoryApi.start();
}, 600_000);
afterAll(() => api.close());

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
  const command = `${tools}\nexec python3 "$0" "$@"`;
  const { stdout } = await succeed(["sh", "-c", command, SCRIPT, api.url, ...given], {
    cwd: __dirname,
    env: { ...process.env },
  });
  expect(JSON.parse(stdout)).toMatchObject({ wrong: [] });
  expect({ faults: api.faults, unknown: api.unknown }).toEqual({ faults: [], unknown: [] });
});
