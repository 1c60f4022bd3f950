import { awaitAbsence } from "../../../../api/server/awaitAbsence";

const patience = { everyMs: 1, silenceMs: 3 };

test("a silence that goes on is an absence, one that ends is none", async () => {
  const answers = [false, false, true, false, false, false];
  const asked: boolean[] = [];
  const ask = (): boolean => {
    asked.push(answers[asked.length] ?? true);
    return asked.at(-1) ?? true;
  };
  await awaitAbsence(ask, new AbortController().signal, patience);
  expect(asked).toEqual(answers);
});

test("a cluster that will come back by itself is not absent", async () => {
  const answers = [false, false, true, false, false, false];
  let asked = 0;
  const willAnswer = (): Promise<boolean> => Promise.resolve(answers[asked++] ?? true);
  await awaitAbsence(willAnswer, new AbortController().signal, patience);
  expect(asked).toBe(answers.length);
});

test("it is not waited for any longer than is wanted", async () => {
  const closing = new AbortController();
  const absence = awaitAbsence(() => true, closing.signal, patience);
  closing.abort();
  await expect(absence).rejects.toThrow();
});
