import { setTimeout as sleep } from "node:timers/promises";
import { stopIfInterrupted } from "../interrupted";
import type { Answer } from "./ask";

export interface WaitOptions {
  readonly ask: () => Promise<Answer>;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  /** The status that the listener itself answers with, where no target is asked. */
  readonly planned?: number | undefined;
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** So long a URL may take to answer. */
export const DEADLINE_MS = 60_000;
/** After so long without an answer something is missing that no waiting brings. */
export const REPAIR_MS = 15_000;
/** So long a 404 of Traefik may mean that the route is not loaded yet; later it is the answer. */
export const ROUTE_GRACE_MS = 5_000;
const PAUSE_MS = 150;

/** Asks until the answer serves or the time is up; returns the last answer. */
export async function waitForAnswer(options: WaitOptions): Promise<Answer> {
  const { ask, signal, deadlineMs, planned, now = Date.now, pause = sleep } = options;
  const since = now();
  for (;;) {
    stopIfInterrupted(signal, "everything is deployed, but not every URL answers yet");
    const answer = await ask();
    const elapsed = now() - since;
    if (serves(answer, elapsed, planned) || elapsed >= deadlineMs) return answer;
    await pause(PAUSE_MS);
  }
}

/**
 * Anything but a fault of the server counts; an application may well refuse `/`, and a listener may
 * answer by itself that it is closed.
 */
export function serves({ status, unrouted }: Answer, elapsed: number, planned?: number): boolean {
  if (status === undefined || status < 200) return false;
  if (status >= 500) return status === planned;
  return unrouted !== true || elapsed >= ROUTE_GRACE_MS;
}
