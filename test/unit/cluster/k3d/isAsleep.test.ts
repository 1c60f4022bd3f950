import { isAsleep } from "../../../../cluster/k3d/isAsleep";
import { run } from "../../../../cluster/process/run";

jest.mock("../../../../cluster/process/run");

test.each([
  ["true\ntrue\n", true],
  ["false\ntrue\n", true],
  ["false\nfalse\n", false],
  ["", false],
])("of containers that are paused as %j it is %j", async (stdout, expected) => {
  jest.mocked(run).mockResolvedValue({ code: stdout === "" ? 1 : 0, stdout, stderr: "" });
  expect(await isAsleep("shop")).toBe(expected);
  expect(jest.mocked(run).mock.lastCall?.[0].slice(-2)).toEqual([
    "k3d-kecs-shop-server-0",
    "k3d-kecs-shop-serverlb",
  ]);
});
