import { Changes } from "../../../../api/server/changes";
import { Upkeep } from "../../../../api/server/upkeep";

/** Runs an upkeep until it has looked three times; what it tells. */
async function threeLooks(look: () => Promise<object>): Promise<readonly string[]> {
  const changes = new Changes();
  const told: string[] = [];
  let looks = 0;
  let isDone = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    isDone = resolve;
  });
  const perform = () => {
    looks += 1;
    // A change comes while it looks.
    if (looks < 3) changes.notify();
    else isDone();
    return look() as Promise<never>;
  };
  const upkeep = new Upkeep(
    { perform },
    () => ({ output: {} }),
    changes,
    (text) => {
      told.push(text);
    },
  );
  await done;
  await upkeep.stop();
  expect(looks).toBe(3);
  return told;
}

test("looks at the start and after each change, also one that comes while it looks", async () => {
  expect(await threeLooks(() => Promise.resolve({}))).toEqual([]);
});

test("goes on after an error, and tells it once", async () => {
  expect(await threeLooks(() => Promise.reject(new Error("no answer")))).toEqual([
    "what is due by itself has to wait: no answer",
  ]);
});
