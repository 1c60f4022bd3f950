import { schedule } from "../../../../lab/run/schedule";
import type { Step } from "../../../../lab/run/step";

const never = new AbortController().signal;

function step(id: string, needs: string[] = [], compiles = false): Step {
  return {
    id,
    title: id,
    needs,
    compiles,
    inspect: () => Promise.resolve({ state: "missing" }),
    run: () => Promise.resolve(),
  };
}

/** Records when steps start and end; each lasts a few turns of the event loop. */
function recorder() {
  const events: string[] = [];
  let running = 0;
  let most = 0;
  const perform = async ({ id }: Step) => {
    events.push(`+${id}`);
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    events.push(`-${id}`);
  };
  return { events, perform, most: () => most };
}

describe("the order of steps", () => {
  it("starts a step when all that it needs is done", async () => {
    const { events, perform } = recorder();
    const steps = [
      step("image", ["program", "daemon"]),
      step("program"),
      step("daemon", ["program"]),
    ];
    await schedule(steps, perform, { compilers: 2, signal: never });
    expect(events).toEqual(["+program", "-program", "+daemon", "-daemon", "+image", "-image"]);
  });

  it("runs what does not depend on each other at once", async () => {
    const { most, perform } = recorder();
    await schedule([step("a"), step("b"), step("c")], perform, { compilers: 1, signal: never });
    expect(most()).toBe(3);
  });

  it("compiles only so many at once, in the order of the list", async () => {
    const { events, most, perform } = recorder();
    const steps = ["a", "b", "c"].map((id) => step(id, [], true));
    await schedule(steps, perform, { compilers: 2, signal: never });
    expect(most()).toBe(2);
    expect(events.filter((event) => event.startsWith("+"))).toEqual(["+a", "+b", "+c"]);
  });

  it("starts nothing after a failure and reports the first one", async () => {
    const started: string[] = [];
    const perform = ({ id }: Step) => {
      started.push(id);
      return Promise.reject(new Error(`${id} broke`));
    };
    const steps = [step("a"), step("b"), step("c", ["a"])];
    await expect(schedule(steps, perform, { compilers: 2, signal: never })).rejects.toThrow(
      "a broke",
    );
    expect(started).toEqual(["a", "b"]);
  });

  it("starts nothing after an interrupt", async () => {
    const stop = new AbortController();
    const started: string[] = [];
    const perform = ({ id }: Step) => {
      started.push(id);
      stop.abort();
      return Promise.resolve();
    };
    const run = schedule([step("a"), step("b", ["a"])], perform, {
      compilers: 1,
      signal: stop.signal,
    });
    await expect(run).rejects.toThrow();
    expect(started).toEqual(["a"]);
  });

  it.each([
    ["an unknown need", [step("a", ["nobody"])]],
    ["a circle", [step("a", ["b"]), step("b", ["a"])]],
  ])("rejects %s before anything starts", async (_title, steps) => {
    const { events, perform } = recorder();
    await expect(schedule(steps, perform, { compilers: 1, signal: never })).rejects.toThrow(
      /steps that can never start: a/,
    );
    expect(events).toEqual([]);
  });
});
