import { endRuns } from "../../../../cluster/task/endRuns";
import { listTaskPods } from "../../../../cluster/task/listTaskPods";
import { stopTasks } from "../../../../cluster/task/stopTasks";
import { pod } from "../../../helpers/pods";

jest.mock("../../../../cluster/task/listTaskPods");
jest.mock("../../../../cluster/task/stopTasks");
jest.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

const ended = pod({ status: { phase: "Failed" } });
const said: string[] = [];
const run = (pods = [pod()]) =>
  endRuns({ instance: "myapp", path: 'EcsTask("migrate")', pods, tell: (text) => said.push(text) });

beforeEach(() => {
  said.length = 0;
  jest.mocked(stopTasks).mockReset().mockResolvedValue(undefined);
  jest.mocked(listTaskPods).mockReset().mockResolvedValue([ended]);
});

test("waits until the pods of a run have ended, and says so", async () => {
  jest.mocked(listTaskPods).mockResolvedValueOnce([pod(), pod({ metadata: { uid: "other" } })]);
  await run();
  expect(listTaskPods).toHaveBeenCalledTimes(2);
  expect(said).toEqual(["waiting for the run before this one to end"]);
});

test("asks nobody where no run goes on", async () => {
  await run([]);
  expect(stopTasks).not.toHaveBeenCalled();
  expect(listTaskPods).not.toHaveBeenCalled();
});

test("refuses to go on beside a run that cannot be stopped", async () => {
  jest.mocked(stopTasks).mockResolvedValue("the server is busy");
  await expect(run()).rejects.toThrow(
    'KECS3017: EcsTask("migrate"): an earlier run of the task goes on: the server is busy',
  );
});
