import { deploy } from "../../../../cli/commands/deploy";
import type { Context } from "../../../../cli/commands/context";
import { deployOrRestore } from "../../../../cli/commands/deployOrRestore";
import type { Target } from "../../../../cli/commands/target";
import { KecsError, problem, type Code } from "../../../../core/validate";

jest.mock("../../../../cli/commands/deploy");

const notes: string[] = [];
const context = {
  console: { progress: { note: (text: string) => notes.push(text) } },
} as unknown as Context;
const target = {} as Target;
const failed = (...codes: Code[]) =>
  new KecsError(codes.map((code) => problem(code, "x", "y", "z")));
const outputs = { instance: "myapp" } as Awaited<ReturnType<typeof deploy>>["outputs"];

const WARNING = { ...problem("KECS1023", "x", "y"), severity: "warning" as const };

beforeEach(() => {
  notes.length = 0;
  jest.mocked(deploy).mockReset();
});

test("looks at every object where something is gone, and says so", async () => {
  jest
    .mocked(deploy)
    .mockRejectedValueOnce(new KecsError([...failed("KECS3012", "KECS3012").issues, WARNING]))
    .mockResolvedValueOnce({ outputs, changed: false });
  expect(await deployOrRestore(context, target)).toEqual({ outputs, changed: true });
  expect(jest.mocked(deploy).mock.calls.map(([, , refresh]) => refresh ?? false)).toEqual([
    false,
    true,
  ]);
  expect(notes).toEqual(["something is gone in the cluster: looking for it"]);
});

test.each([
  ["another failure", failed("KECS3007")],
  ["another failure beside it", failed("KECS3012", "KECS3007")],
  ["an error of its own", new Error("bad")],
])("leaves %s as it is", async (_, error) => {
  jest.mocked(deploy).mockRejectedValueOnce(error);
  await expect(deployOrRestore(context, target)).rejects.toBe(error);
  expect(deploy).toHaveBeenCalledTimes(1);
});

test("deploys once where nothing is gone", async () => {
  jest.mocked(deploy).mockResolvedValueOnce({ outputs, changed: false });
  expect(await deployOrRestore(context, target)).toEqual({ outputs, changed: false });
  expect(deploy).toHaveBeenCalledTimes(1);
});
