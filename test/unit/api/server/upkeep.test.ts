import { setImmediate as turn } from "node:timers/promises";
import { Changes } from "../../../../api/server/changes";
import { Upkeep } from "../../../../api/server/upkeep";

/** An upkeep whose looks are counted. */
class Looks {
  count = 0;
  caughtUp = 0;
  readonly told: string[] = [];
  readonly changes = new Changes();
  private readonly upkeep: Upkeep;

  constructor(look: () => Promise<object> = () => Promise.resolve({})) {
    const perform = async (): Promise<never> => {
      this.count += 1;
      await turn();
      return (await look()) as never;
    };
    const catchUp = (): Promise<void> => {
      this.caughtUp += 1;
      return Promise.resolve();
    };
    this.upkeep = new Upkeep(
      { perform, catchUp },
      () => ({ output: {} }),
      this.changes,
      (text) => {
        this.told.push(text);
      },
    );
  }

  async change(): Promise<void> {
    this.changes.notify();
    await turn();
  }

  stop(): Promise<void> {
    return this.upkeep.stop();
  }
}

let looks: Looks;
const begin = (look?: () => Promise<object>): void => {
  looks = new Looks(look);
};
afterEach(() => looks.stop());

/** Waits until it has looked that often. */
async function looked(count: number): Promise<void> {
  while (looks.count < count) await turn();
  await turn();
}

test("looks at the start and after each change", async () => {
  begin();
  await looked(1);
  await looks.change();
  await looked(2);
  expect(looks.caughtUp).toBe(2);
});

test("looks again after a change that comes while it looks", async () => {
  begin(() => {
    if (looks.count === 1) looks.changes.notify();
    return Promise.resolve({});
  });
  const before = Date.now();
  await looked(2);
  expect(Date.now() - before).toBeLessThan(5000);
});

test("looks once after many changes, with the last of them", async () => {
  const seen: number[] = [];
  let changed = 0;
  begin(() => {
    seen.push(changed);
    return Promise.resolve({});
  });
  await looked(1);
  while (changed < 20) {
    changed += 1;
    await looks.change();
  }
  await looked(2);
  expect(seen).toEqual([0, 20]);
});

test("goes on after an error, and tells it once", async () => {
  begin(() => Promise.reject(new Error("no answer")));
  await looked(1);
  await looks.change();
  await looked(2);
  expect(looks.told).toEqual(["what is due by itself has to wait: no answer"]);
});

test("ends at once, also while it holds back", async () => {
  begin();
  await looked(1);
  await looks.change();
  const before = Date.now();
  await looks.stop();
  expect(Date.now() - before).toBeLessThan(200);
  expect(looks.count).toBe(1);
});
