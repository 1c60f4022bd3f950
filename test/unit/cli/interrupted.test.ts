import { orInterrupted, stopIfInterrupted } from "../../../cli/interrupted";

const never = new Promise<never>(() => undefined);

test("gives what work comes to where nobody interrupts it", async () => {
  const { signal } = new AbortController();
  await expect(orInterrupted(signal, Promise.resolve(1))).resolves.toBe(1);
  await expect(orInterrupted(signal, Promise.reject(new Error("x")))).rejects.toThrow("x");
});

test("does not wait for work that was interrupted", async () => {
  const stop = new AbortController();
  const ended = orInterrupted(stop.signal, never);
  stop.abort();
  await expect(ended).rejects.toThrow("KECS4005");
  await expect(orInterrupted(stop.signal, never)).rejects.toThrow("KECS4005");
});

test("ends a command between two steps", () => {
  const stop = new AbortController();
  expect(() => {
    stopIfInterrupted(stop.signal);
  }).not.toThrow();
  stop.abort();
  expect(() => {
    stopIfInterrupted(stop.signal, "half is done");
  }).toThrow("interrupted; half is done");
});
