import * as pulumi from "@pulumi/pulumi";
import { basename } from "node:path";

/** Takes lines that the compiled file does not have. */
interface Noted {
  readonly _debugStackTrace: string;
}

const FILE = basename(__filename);

test("an error tells its line of TypeScript", () => {
  expect(new Error("a").stack).toContain(`Error: a\n    at Object.<anonymous> (`);
  expect(new Error("a").stack).toContain(`${FILE}:13:`);
});

test("an error of Pulumi tells the line of TypeScript that called it", () => {
  expect(() => new pulumi.Config("a").require("b")).toThrow(
    expect.objectContaining({ stack: expect.stringContaining(`${FILE}:17:`) as string }) as Error,
  );
});

test("what Pulumi notes of its promises for itself is short", async () => {
  const { debuggablePromise } = jest.requireActual<{
    debuggablePromise: <T>(promise: Promise<T>, context: string) => Promise<T>;
  }>("@pulumi/pulumi/runtime/debuggable");
  const promise = Promise.resolve(1);
  await debuggablePromise(promise, "a");
  const lines = (promise as unknown as Noted)._debugStackTrace.split("\n");
  expect(lines[1]).toContain("debuggablePromise");
  expect(lines.length).toBeLessThanOrEqual(11);
});
