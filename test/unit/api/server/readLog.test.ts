import { logPath, readLog } from "../../../../api/server/readLog";
import type { ApiServer } from "../../../../cluster/kubernetes/direct/apiServer";

const PART = { pod: "web-1", container: "web", isPrevious: false };

test("asks for the lines of a container, with their times", () => {
  expect(logPath(PART)).toBe(
    "/api/v1/namespaces/kecs/pods/web-1/log?container=web&timestamps=true&limitBytes=33554432",
  );
  const since = new Date("2026-01-01T00:00:01.900Z");
  expect(logPath({ ...PART, isPrevious: true, since, lastLines: 1 })).toMatch(
    /&previous=true&sinceTime=2026-01-01T00%3A00%3A01Z&tailLines=1$/,
  );
});

test.each([
  [200, "a line\n", "a line\n"],
  [400, "container is waiting to start", ""],
  [404, "not found", ""],
])("takes %d %j for %j", async (status, body, expected) => {
  const server = { ask: () => Promise.resolve({ status, body }) };
  expect(await readLog(server as unknown as ApiServer, PART)).toBe(expected);
});

test("fails where the cluster does", async () => {
  const server = { ask: () => Promise.resolve({ status: 500, body: "" }) };
  await expect(readLog(server as unknown as ApiServer, PART)).rejects.toThrow("answered 500");
});
