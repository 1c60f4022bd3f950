import { stopTask, stopTasks } from "../../../../cluster/task/stopTasks";
import { kubectl } from "../../../../cluster/kubernetes/kubectl";
import { pod } from "../../../helpers/pods";

jest.mock("../../../../cluster/kubernetes/kubectl");
jest.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

const asked = jest.mocked(kubectl);
const why = { stopCode: "UserInitiated", stoppedReason: "enough" } as const;
const done = { kind: "answer", text: "" } as const;
const refused = { kind: "failure", why: "the server is busy" } as const;
const named = (name: string) => pod({ metadata: { name } });
const namesAsked = () => asked.mock.calls.map(([, args]) => `${args[0] ?? ""} ${args[2] ?? ""}`);

beforeEach(() => {
  asked.mockReset().mockResolvedValue(done);
});

test("a pod that has a node stays, and one without is removed", async () => {
  const placed = { ...pod({ spec: { nodeName: "node" } }) };
  expect(await stopTask("myapp", placed, why)).toBeUndefined();
  expect(await stopTask("myapp", pod({ isPlaced: false }), why)).toBeUndefined();
  expect(namesAsked()).toEqual(["patch shop-front-1", "delete shop-front-1"]);
});

test("only those that did not end are asked for again", async () => {
  asked.mockResolvedValueOnce(done).mockResolvedValueOnce(refused);
  expect(await stopTasks("myapp", [named("a"), named("b")], why)).toBeUndefined();
  expect(namesAsked()).toEqual(["patch a", "patch b", "patch b"]);
});

test("what the cluster never does is told", async () => {
  asked.mockResolvedValue(refused);
  expect(await stopTasks("myapp", [named("a")], why)).toBe("the server is busy");
  expect(asked).toHaveBeenCalledTimes(5);
});
