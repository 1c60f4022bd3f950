import { readdirSync, readFileSync } from "node:fs";
import { readText, unexpectedFileProblem } from "../../../../cluster/files/fileProblem";
import { run } from "../../../../cluster/process/run";

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};

test("a file that cannot be read is told with its path and the reason", () => {
  expect(() => readText("/nowhere/x")).toThrow(
    /^error KECS4008: \/nowhere\/x: it cannot be read: ENOENT: no such file/,
  );
});

test.each<[string, () => unknown, string]>([
  ["a folder that is none", () => readdirSync(__filename), __filename],
  ["a folder as file", () => readFileSync("/nowhere"), "/nowhere"],
])("%s is a fault of the file, not of KECS", (_, work, path) => {
  expect(unexpectedFileProblem(thrown(work))?.issues).toMatchObject([{ code: "KECS4008", path }]);
});

test("other errors are none of a file", async () => {
  expect(unexpectedFileProblem(new Error("x"))).toBeUndefined();
  expect(unexpectedFileProblem("x")).toBeUndefined();
  const spawn = Object.assign(new Error("x"), {
    code: "ENOENT",
    path: "k3d",
    syscall: "spawn k3d",
  });
  expect(unexpectedFileProblem(spawn)).toBeUndefined();
  expect((await run(["/nowhere/program"])).code).toBe(127);
});
