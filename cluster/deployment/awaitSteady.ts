import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../kubernetes/kubectl";
import { itemsOf } from "../kubernetes/kubectl";
import { countFailures, type FailureCount } from "../../core/ecs/observed/failureCount";
import { rolloutState, isHealthy } from "../../core/ecs/deployment/rolloutState";
import { currentPods } from "../../core/ecs/deployment/current";
import { presentService, type WantedService } from "./drift";
import { stateText } from "../../core/ecs/deployment/messages";
import { teller } from "./teller";
import type { Outcome } from "../../core/ecs/deployment/outcome";

const POLL_MS = 1000;

/** What there is to be waited for, and how. */
export interface Wait {
  readonly service: WantedService;
  readonly timeoutSeconds: number;
  /** Whether failures end it early. */
  readonly countsFailures: boolean;
  /** Looks at all that runs, not earlier than that time. */
  readonly look: (notBefore: number) => Promise<Answer>;
  readonly tell: (progress: string) => void;
}

/** Waits until a service is steady, has failed, or its time is over. */
export async function awaitSteady(wait: Wait): Promise<Outcome> {
  const begin = Date.now();
  const deadline = begin + wait.timeoutSeconds * 1000;
  const tell = teller(wait.tell);
  let counted: FailureCount | undefined;
  for (;;) {
    const answer = await wait.look(Math.max(begin, Date.now() - POLL_MS));
    if (answer.kind === "nobody") return { kind: "unknown", why: answer.why };
    const isOver = Date.now() >= deadline;
    if (answer.kind === "failure") {
      if (isOver) return { kind: "unknown", why: answer.why };
      tell("waiting for the cluster to answer");
    } else {
      const present = presentService(wait.service, itemsOf(answer) ?? []);
      if ("issue" in present) return { kind: "gone", issue: present.issue };
      const { snapshot } = present;
      const now = Date.now();
      const seen = { pods: currentPods(snapshot), events: snapshot.events, now };
      counted = countFailures(counted, seen, isHealthy(snapshot, now));
      const found = rolloutState(snapshot, wait.countsFailures ? counted : { failures: 0 }, now);
      if (found.kind !== "progressing") return { kind: found.kind, snapshot, found };
      if (isOver) return { kind: "late", snapshot, found };
      tell(stateText(found));
    }
    await pause(POLL_MS);
  }
}
