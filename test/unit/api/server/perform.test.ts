import { Changes } from "../../../../api/server/changes";
import { Performer, type Instance } from "../../../../api/server/perform";
import { applyChanges } from "../../../../api/store/applyChanges";
import { StaleWorldError, type Store } from "../../../../api/store/store";
import {
  isOfRecord,
  type Change,
  type Operation,
  type RecordChange,
} from "../../../../api/world/operation";
import type { AwsObject, ClusterState, World } from "../../../../api/world/world";
import { CONNECTION } from "../../../helpers/samples";

const NOTHING: ClusterState = { deployments: [], replicaSets: [], pods: [], events: [] };

/** An instance that says what was done to it, in order. */
class Recorded implements Instance {
  readonly connection = CONNECTION;
  readonly isStrict = false;
  readonly changes = new Changes();
  readonly done: string[] = [];
  state: readonly AwsObject[] = [];
  stale = 0;
  isCut = false;
  isUnsettled = false;

  readonly store: Store = {
    objects: () => this.state,
    settle: () => {
      const wasUnsettled = this.isUnsettled;
      this.isUnsettled = false;
      return Promise.resolve(wasUnsettled);
    },
    commit: (changes: readonly Change[]) => {
      if (this.isCut) return Promise.reject(new Error("no answer"));
      if (this.stale > 0) {
        this.stale -= 1;
        return Promise.reject(new StaleWorldError("lb-a"));
      }
      this.state = applyChanges(this.state, changes.filter(isOfRecord));
      this.done.push(`commit ${changes.map(({ kind }) => kind).join(" ")}`);
      return Promise.resolve();
    },
  };
  readonly cluster = (): ClusterState => NOTHING;
  readonly reconcile = (): Promise<void> => {
    this.done.push("reconcile");
    return Promise.resolve();
  };
  readonly readLog = ({ pod }: { readonly pod: string }): Promise<string> =>
    Promise.resolve(`log of ${pod}`);
}

let instance: Recorded;
let performer: Performer;
beforeEach(() => {
  instance = new Recorded();
  performer = new Performer(instance);
});

const put = (key: string): RecordChange => ({
  kind: "put",
  object: { kind: "lb", key, arn: key, createdAt: new Date(0), attributes: {}, echo: {} },
});
const add: Operation<string, { before: number }> = (key, { objects }) => ({
  output: { before: objects.length },
  changes: [put(key)],
});

test("an operation is answered when its effect is there", async () => {
  expect(await performer.perform(add, "lb-a")).toEqual({ before: 0 });
  expect(instance.done).toEqual(["commit put", "reconcile"]);
});

test("a question changes nothing, and waits for nothing", async () => {
  const count: Operation<object, { count: number }> = (_, { objects }) => ({
    output: { count: objects.length },
  });
  expect(await performer.perform(count, {})).toEqual({ count: 0 });
  expect(instance.done).toEqual([]);
});

test("it is asked in the caller's region, or where nobody calls in the instance's", async () => {
  const where: Operation<object, { region: string }> = (_, { region }) => ({ output: { region } });
  expect(await performer.perform(where, {}, "eu-central-1")).toEqual({ region: "eu-central-1" });
  expect(await performer.performForWaiter(where, {}, "a-b-1")).toEqual({ region: "a-b-1" });
  expect(await performer.perform(where, {})).toEqual({ region: CONNECTION.region });
});

test("operations follow each other, and each sees what the one before did", async () => {
  const answers = await Promise.all(["lb-a", "lb-b", "lb-c"].map((k) => performer.perform(add, k)));
  expect(answers.map(({ before }) => before)).toEqual([0, 1, 2]);
});

test("a refused operation does not keep the next one", async () => {
  const refuse: Operation<object, object> = () => {
    throw new Error("no");
  };
  await expect(performer.perform(refuse, {})).rejects.toThrow("no");
  expect(await performer.perform(add, "lb-a")).toEqual({ before: 0 });
});

test("an operation looks again where somebody else wrote meanwhile, not for ever", async () => {
  instance.stale = 2;
  expect(await performer.perform(add, "lb-a")).toEqual({ before: 0 });
  instance.stale = 100;
  await expect(performer.perform(add, "lb-b")).rejects.toThrow(StaleWorldError);
});

test("pods are made and removed, and the answer is how the cluster is then", async () => {
  const run: Operation<object, { done: number }> = () => ({
    output: { done: 0 },
    outputAfter: () => ({ done: instance.done.length }),
    changes: [
      {
        kind: "makePod",
        manifest: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a", namespace: "kecs" },
          spec: {},
        },
      },
      { kind: "removePod", name: "b" },
    ],
  });
  expect(await performer.perform(run, {})).toEqual({ done: 1 });
  expect(instance.done).toEqual(["commit makePod removePod"]);
});

describe("the cluster catches up", () => {
  test("with what nobody answered to, which may be done", async () => {
    instance.isCut = true;
    await expect(performer.perform(add, "lb-a")).rejects.toThrow("no answer");
    expect(instance.done).toEqual([]);
    await performer.catchUp();
    expect(instance.done).toEqual(["reconcile"]);
  });

  test("with records whose objects could not be made", async () => {
    jest.spyOn(instance, "reconcile").mockRejectedValueOnce(new Error("refused"));
    await expect(performer.perform(add, "lb-a")).rejects.toThrow("refused");
    await performer.catchUp();
    expect(instance.done).toEqual(["commit put", "reconcile"]);
  });

  test("with what was finished before a question", async () => {
    instance.isUnsettled = true;
    await performer.perform(() => ({ output: {} }), {});
    await performer.catchUp();
    expect(instance.done).toEqual(["reconcile"]);
  });

  test("once, and not where it has", async () => {
    await performer.perform(add, "lb-a");
    await performer.catchUp();
    expect(instance.done).toEqual(["commit put", "reconcile"]);
  });
});

test("an answer is read from logs", async () => {
  const read: Operation<object, { texts: readonly string[] }> = () => ({
    output: { texts: [] },
    reading: {
      logs: ["a", "b"].map((pod) => ({ pod, container: "web", isPrevious: false })),
      output: (texts) => ({ texts }),
    },
  });
  expect(await performer.perform(read, {})).toEqual({ texts: ["log of a", "log of b"] });
});

describe("a waiter's question", () => {
  let running = 0;
  const describeServices = (_: object, { objects }: World) => ({
    output: {
      services: [
        { status: "ACTIVE", desiredCount: 3, runningCount: running, deployments: [{ objects }] },
      ],
    },
  });

  test("is answered at once where all is well", async () => {
    running = 3;
    const { services } = await performer.performForWaiter(describeServices, {});
    expect(services[0]?.runningCount).toBe(3);
  });

  test("is answered when all is well", async () => {
    running = 0;
    const answer = performer.performForWaiter(describeServices, {});
    await performer.perform(describeServices, {});
    running = 3;
    instance.changes.notify();
    expect((await answer).services[0]?.runningCount).toBe(3);
  });
});
