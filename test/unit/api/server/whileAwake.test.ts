import { AsleepError, whileAwake } from "../../../../api/server/whileAwake";

const NEVER = new Promise<string>(() => undefined);

/** An instance whose looks are counted; it is asleep from the given one on. */
function sleeper(asleepFrom: number) {
  const looks = { count: 0 };
  const isAsleep = (): Promise<boolean> => Promise.resolve((looks.count += 1) >= asleepFrom);
  return { looks, of: { instance: "shop", isAsleep } };
}

test("what ends at once is handed on, and nobody looks at the instance", async () => {
  const { looks, of } = sleeper(1);
  expect(await whileAwake(Promise.resolve("done"), of)).toBe("done");
  await expect(whileAwake(Promise.reject(new Error("refused")), of)).rejects.toThrow("refused");
  expect(looks.count).toBe(0);
});

test("nobody waits for an instance that is asleep, or falls asleep", async () => {
  await expect(whileAwake(NEVER, sleeper(1).of, 1)).rejects.toThrow(AsleepError);
  const { looks, of } = sleeper(3);
  await expect(whileAwake(NEVER, of, 1)).rejects.toThrow("Instance shop is asleep: run kecs wake.");
  expect(looks.count).toBe(3);
});

test("what takes its time in one that is awake is waited for", async () => {
  let finish: (text: string) => void = () => undefined;
  const work = new Promise<string>((resolve) => (finish = resolve));
  const isAsleep = (): Promise<boolean> => {
    finish("done");
    return Promise.resolve(false);
  };
  expect(await whileAwake(work, { instance: "shop", isAsleep }, 1)).toBe("done");
});
