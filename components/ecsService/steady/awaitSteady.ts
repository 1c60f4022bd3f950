import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../../workloads/ask";
import { itemsOf } from "../../workloads/ask";
import { tally, type Tally } from "../../workloads/failures";
import { assess, countText, currentPods, type Assessment } from "./assess";
import { snapshotOf, type Snapshot } from "./snapshot";

const POLL_MS = 1000;
/** How often the same progress is told again. */
const TELL_MS = 5000;
/**
 * A task without a health check is healthy from its start, also one that ends at once: it has to
 * stay so for this time.
 */
const SETTLE_MS = 3000;

/** What there is to be waited for, and how. */
export interface Wait {
  /** Name of the service's Deployment. */
  readonly name: string;
  readonly timeoutSeconds: number;
  /** Whether failures end it early. */
  readonly countsFailures: boolean;
  /** Looks at all that runs, not earlier than that time. */
  readonly look: (notBefore: number) => Promise<Answer>;
  readonly tell: (progress: string) => void;
}

/** How the waiting ended. */
export type Outcome =
  | { readonly kind: "steady"; readonly snapshot: Snapshot }
  | { readonly kind: "failed" | "late"; readonly snapshot: Snapshot; readonly found: Assessment }
  /** The cluster was not to be asked. */
  | { readonly kind: "unknown"; readonly why: string };

/** Waits until a service is steady, has failed, or its time is over. */
export async function awaitSteady(wait: Wait): Promise<Outcome> {
  const begin = Date.now();
  const deadline = begin + wait.timeoutSeconds * 1000;
  const tell = teller(wait.tell);
  let counted: Tally | undefined;
  let steadySince: number | undefined;
  for (let isFirst = true; ; isFirst = false) {
    const answer = await wait.look(Math.max(begin, Date.now() - POLL_MS));
    if (answer.kind === "nobody") return { kind: "unknown", why: answer.why };
    const snapshot = snapshotOf(itemsOf(answer) ?? [], wait.name);
    const isOver = Date.now() >= deadline;
    if (snapshot === undefined) {
      if (isOver) return { kind: "unknown", why: whyNot(answer) };
      tell("waiting for the cluster to answer");
    } else {
      counted = tally(counted, currentPods(snapshot), snapshot.events);
      const found = assess(snapshot, wait.countsFailures ? counted : { failures: 0 });
      steadySince = found.kind === "steady" ? (steadySince ?? Date.now()) : undefined;
      const hasSettled = isFirst || !mayFlicker(snapshot) || stable(steadySince);
      if (found.kind === "steady" && hasSettled) return { kind: "steady", snapshot };
      if (found.kind === "failed") return { kind: "failed", snapshot, found };
      if (isOver && found.kind !== "steady") return { kind: "late", snapshot, found };
      tell(found.kind === "steady" ? countText(found) : `${countText(found)}; ${found.reason}`);
    }
    await pause(POLL_MS);
  }
}

function stable(since: number | undefined): boolean {
  return since !== undefined && Date.now() - since >= SETTLE_MS;
}

/** Whether there are tasks that nothing but their start makes healthy. */
function mayFlicker(snapshot: Snapshot): boolean {
  return currentPods(snapshot).some(
    ({ spec }) =>
      spec?.readinessGates === undefined &&
      (spec?.containers ?? []).every(({ readinessProbe }) => readinessProbe === undefined),
  );
}

function whyNot(answer: Answer): string {
  return answer.kind === "answer" ? "the cluster does not have it" : answer.why;
}

/** Tells what is new at once, and what is not from time to time. */
function teller(tell: (text: string) => void): (text: string) => void {
  let last = "";
  let since = 0;
  return (text) => {
    if (text === last && Date.now() - since < TELL_MS) return;
    last = text;
    since = Date.now();
    tell(text);
  };
}
