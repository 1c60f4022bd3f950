import { DEADLINE_MS, ROUTE_GRACE_MS, serves, waitForAnswer } from "../../../../cli/urls/wait";
import type { Answer } from "../../../../cli/urls/ask";

/** Asks a script of answers, by a clock that moves only in pauses. */
function wait(answers: readonly Answer[], signal = new AbortController().signal) {
  let time = 0;
  let asked = 0;
  const ask = (): Promise<Answer> => {
    asked += 1;
    return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? {});
  };
  const pause = (milliseconds: number): Promise<void> => {
    time += milliseconds;
    return Promise.resolve();
  };
  return waitForAnswer({ ask, signal, deadlineMs: DEADLINE_MS, now: () => time, pause }).then(
    (answer) => ({
      answer,
      asked,
      time,
    }),
  );
}

test.each([
  ["no answer", { error: "ECONNREFUSED" }, false],
  ["200", { status: 200 }, true],
  ["a redirect", { status: 302 }, true],
  ["401", { status: 401 }, true],
  ["499", { status: 499 }, true],
  ["500", { status: 500 }, false],
  ["503", { status: 503 }, false],
  ["199", { status: 199 }, false],
  ["an application's own 404", { status: 404, unrouted: false }, true],
  ["Traefik's 404 at first", { status: 404, unrouted: true }, false],
])("an answer serves or does not: %s", (_, answer, expected) => {
  expect(serves(answer, 0)).toBe(expected);
});

test("a fault of the server serves where the listener is told to answer so", () => {
  expect(serves({ status: 503 }, 0, 503)).toBe(true);
  expect(serves({ status: 502 }, 0, 503)).toBe(false);
  expect(serves({ status: 404, unrouted: true }, 0, 404)).toBe(false);
});

test("Traefik's 404 is believed once its routes had time to load", () => {
  expect(serves({ status: 404, unrouted: true }, ROUTE_GRACE_MS - 1)).toBe(false);
  expect(serves({ status: 404, unrouted: true }, ROUTE_GRACE_MS)).toBe(true);
});

test("waits until a URL serves", async () => {
  const waited = await wait([{ error: "ECONNREFUSED" }, { status: 503 }, { status: 200 }]);
  expect(waited).toMatchObject({ answer: { status: 200 }, asked: 3 });
});

test("gives up at the deadline with the last answer", async () => {
  const { answer, time } = await wait([{ status: 503 }]);
  expect(answer).toEqual({ status: 503 });
  expect(time).toBeGreaterThanOrEqual(DEADLINE_MS);
  expect(time).toBeLessThan(DEADLINE_MS + 1000);
});

test("ends at Ctrl-C", async () => {
  await expect(wait([{ status: 503 }], AbortSignal.abort())).rejects.toThrow("KECS4005");
});
