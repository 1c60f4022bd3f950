import { merged } from "../../../../../cluster/kubernetes/logs/history";
import { container, task } from "../../../../helpers/pods";

const log = (name: string, ...times: string[]) =>
  times.map((time) => ({
    source: { task: task(), container: container(name) },
    line: { time, message: `${name}${time}` },
  }));

test("merges logs by time, those of one time in the order of the containers", () => {
  const lines = merged([log("a", "1", "3", "3"), log("b", "2", "3"), []]);
  expect(lines.map(({ line }) => line.message)).toEqual(["a1", "b2", "a3", "a3", "b3"]);
});
