import { performCall } from "../../../../api/server/performCall";
import type { Performer } from "../../../../api/server/perform";

const performed = async (isWaiter: boolean, operation = "DescribeServices"): Promise<unknown> => {
  const performer = {
    perform: () => Promise.resolve({ by: "perform" }),
    performForWaiter: () => Promise.resolve({ by: "performForWaiter" }),
  } as unknown as Performer;
  const call = { service: "ecs", region: "us-east-1", input: {}, unknown: [] } as const;
  return performCall(performer, { ...call, operation, isWaiter });
};

test("performs an operation, and holds the answer to a waiter", async () => {
  expect(await performed(false)).toEqual({ by: "perform" });
  expect(await performed(true)).toEqual({ by: "performForWaiter" });
});

test("refuses an operation that is not emulated", async () => {
  await expect(performed(false, "CreateTaskSet")).rejects.toThrow("not emulated by KECS");
});
