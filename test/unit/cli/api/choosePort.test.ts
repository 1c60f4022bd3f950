import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeApiFile } from "../../../../api/process/apiFile";
import { choosePort } from "../../../../cli/api/choosePort";

let cache: string;
let taken: Server;
let port: number;
beforeEach(async () => {
  cache = mkdtempSync(join(tmpdir(), "kecs-port-"));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  ({ port } = taken.address() as AddressInfo);
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  taken.close();
});

const config = { "kecs:instance": "myapp" };
const choose = (asked?: number, more: Record<string, string> = {}) =>
  choosePort(
    { KECS_CACHE_DIR: cache },
    { instance: "myapp", asked, config: { ...config, ...more } },
  );
const free = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => {
        resolve(found);
      });
    });
  });

test("the command line goes before the stack, and the stack before an earlier start", async () => {
  const [asked, configured, before] = [await free(), await free(), await free()];
  await writeApiFile({ KECS_CACHE_DIR: cache }, "myapp", { port: before, pid: 1 });
  expect(await choose(asked, { "kecs:apiPort": String(configured) })).toBe(asked);
  expect(await choose(undefined, { "kecs:apiPort": String(configured) })).toBe(configured);
  expect(await choose()).toBe(before);
});

test("a port that was asked for and is taken is refused", async () => {
  await expect(choose(port)).rejects.toThrow(`KECS2006: kecs:apiPort: port "${port}"`);
});

test("a port of an earlier start that is taken gives way to a free one", async () => {
  await writeApiFile({ KECS_CACHE_DIR: cache }, "myapp", { port, pid: 1 });
  const chosen = await choose();
  expect(chosen).not.toBe(port);
  expect(chosen).toBeGreaterThanOrEqual(5373);
});
