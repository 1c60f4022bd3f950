import type { Issue } from "../../internal/errors";
import { redact } from "../../internal/redact";
import { ask, itemsOf } from "../../workloads/ask";
import { FAILED_ANNOTATION } from "../../workloads/attempt";
import { lastLines, quotedLines } from "../../workloads/evidence";
import { liveObjects } from "../../workloads/live";
import type { Deployment } from "../../workloads/kubernetesObjects";
import { forgetFailed, noteSteady, setPaused } from "./argv";
import type { Assessment } from "./assess";
import { awaitSteady, type Wait } from "./awaitSteady";
import { currentReplicaSet } from "./current";
import { presentService, type WantedService } from "./drift";
import { giveUp, type CircuitBreaker } from "./giveUp";
import { isNoted } from "./lastSteady";
import { failure, stateText } from "./messages";
import { lookAtAll, type Item, type Snapshot } from "./snapshot";

/** A service whose Deployment was just applied. */
export interface DeployedService extends WantedService {
  readonly instance: string;
  readonly waits: boolean;
  readonly timeoutSeconds: number;
  readonly circuitBreaker: CircuitBreaker;
  /** What no message may hold. */
  readonly secretValues: readonly string[];
  readonly tell: (progress: string) => void;
}

/**
 * Sees a deployment to its end: waits for the steady state, and where it does not come does what the
 * circuit breaker says. Each update asks, also one without a change: Pulumi's state does not tell
 * whether the Deployment is still there. What there is to report is an error, or a warning where
 * nobody could tell.
 */
export async function seeThrough(service: DeployedService): Promise<Issue | undefined> {
  const { instance, path, name, circuitBreaker } = service;
  await resume(instance, name);
  if (!service.waits) return lookOnce(service);
  const wait = waitFor(service);
  const outcome = await awaitSteady({ ...wait, countsFailures: true });
  if (outcome.kind === "steady") {
    await noteOutcome(instance, outcome.snapshot);
    return undefined;
  }
  if (outcome.kind === "gone") return outcome.issue;
  if (outcome.kind === "unknown") {
    const message = `nobody could tell whether it is steady: ${outcome.why}`;
    return { code: "KECS3007", path, message, severity: "warning" };
  }
  const { snapshot, found } = outcome;
  const proof = await evidence(instance, found);
  const isLate = outcome.kind === "late";
  const why = redact(`${stateText(found)}${proof}`, service.secretValues);
  const fate = await giveUp(instance, { snapshot, isLate, why }, circuitBreaker);
  const after =
    fate === "rolled back" ? await awaitSteady({ ...wait, countsFailures: false }) : undefined;
  const failed = { found, isLate, timeoutSeconds: service.timeoutSeconds };
  const issue = failure(path, failed, fate, after, proof);
  return { ...issue, message: redact(issue.message, service.secretValues) };
}

/** Nobody waits for it, but it has to be there. */
async function lookOnce(service: DeployedService): Promise<Issue | undefined> {
  const items = itemsOf<Item>(await lookAtAll(service.instance, Date.now()));
  if (items === undefined) return undefined;
  const present = presentService(service, items);
  return "issue" in present ? present.issue : undefined;
}

function waitFor(service: DeployedService) {
  const { instance, timeoutSeconds, tell, secretValues } = service;
  return {
    service,
    timeoutSeconds,
    look: (notBefore: number) => lookAtAll(instance, notBefore),
    tell: (progress: string) => {
      tell(redact(progress, secretValues));
    },
  } satisfies Omit<Wait, "countsFailures">;
}

/** A deployment that an earlier update stopped holds the present one up. */
async function resume(instance: string, name: string): Promise<void> {
  const live = (await liveObjects(instance)).get(`Deployment/${name}`) as Deployment | undefined;
  if (live?.spec.paused === true) await ask(instance, setPaused(name, false));
}

async function noteOutcome(instance: string, snapshot: Snapshot): Promise<void> {
  const { name, annotations } = snapshot.deployment.metadata;
  const replicaSet = currentReplicaSet(snapshot);
  if (replicaSet !== undefined && !isNoted(snapshot)) {
    await ask(instance, noteSteady(replicaSet.metadata.name, new Date()));
  }
  if (annotations?.[FAILED_ANNOTATION] !== undefined) await ask(instance, forgetFailed(name));
}

async function evidence(instance: string, { faults }: Assessment): Promise<string> {
  const [gravest] = faults;
  if (gravest?.container === undefined) return "";
  return quotedLines(gravest.definedAs ?? gravest.container, await lastLines(instance, gravest));
}
