import { deploy } from "../../../../cli/start/deploy";
import type { Context } from "../../../../cli/command";
import { deployOrRestore } from "../../../../cli/start/deployOrRestore";
import type { SelectedStack } from "../../../../cli/project/selectedStack";
import { KecsError, problem, type Code } from "../../../../core/validate";

jest.mock("../../../../cli/start/deploy");

const notes: string[] = [];
const context = {
  console: { progress: { note: (text: string) => notes.push(text) } },
} as unknown as Context;
const selected = {} as SelectedStack;
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
  expect(await deployOrRestore(context, selected)).toEqual({ outputs, changed: true });
  expect(jest.mocked(deploy).mock.calls.map(([, , refresh]) => refresh ?? false)).toEqual([
    false,
    true,
  ]);
  expect(notes).toEqual(["objects are missing in the cluster: looking for them"]);
});

test.each([
  ["another failure", failed("KECS3007")],
  ["another failure beside it", failed("KECS3012", "KECS3007")],
  ["an error of its own", new Error("bad")],
])("leaves %s as it is", async (_, error) => {
  jest.mocked(deploy).mockRejectedValueOnce(error);
  await expect(deployOrRestore(context, selected)).rejects.toBe(error);
  expect(deploy).toHaveBeenCalledTimes(1);
});

test("deploys once where nothing is gone", async () => {
  jest.mocked(deploy).mockResolvedValueOnce({ outputs, changed: false });
  expect(await deployOrRestore(context, selected)).toEqual({ outputs, changed: false });
  expect(deploy).toHaveBeenCalledTimes(1);
});
