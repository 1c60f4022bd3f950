import type { Issue } from "../../core/validate";
import { redact } from "../../core/text/redact";
import { kubectl, itemsOf } from "../kubernetes/kubectl";
import { FAILED_ANNOTATION } from "../../core/ecs/observed/deploymentId";
import { lastLines, quotedLines } from "../kubernetes/evidence";
import { forgetFailed, noteCompleted, setPaused } from "../../core/ecs/deployment/argv";
import type { RolloutState } from "../../core/ecs/deployment/rolloutState";
import { awaitSteady, type Wait } from "./awaitSteady";
import { currentReplicaSet } from "../../core/ecs/deployment/current";
import { presentService, type WantedService } from "./drift";
import type { CircuitBreaker } from "../../core/ecs/deployment/circuitBreaker";
import { applyCircuitBreaker } from "./applyCircuitBreaker";
import { isNoted } from "../../core/ecs/deployment/lastCompletedDeployment";
import { failure, stateText } from "../../core/ecs/deployment/messages";
import type { Item, Snapshot } from "../../core/ecs/deployment/snapshot";
import { listWorkloadObjects } from "./listWorkloadObjects";

/** A service whose Deployment was just applied. */
export interface DeployedService extends WantedService {
  readonly instance: string;
  /** Whether an earlier update stopped a deployment of it, which holds the present one up. */
  readonly isPaused: boolean;
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
export async function monitorDeployment(service: DeployedService): Promise<Issue | undefined> {
  const { instance, path, name, circuitBreaker } = service;
  if (service.isPaused) await kubectl(instance, setPaused(name, false));
  if (!service.waits) return lookOnce(service);
  const wait = waitFor(service);
  const outcome = await awaitSteady({ ...wait, countsFailures: true });
  if (outcome.kind === "steady") {
    await noteOutcome(instance, outcome.snapshot);
    return undefined;
  }
  if (outcome.kind === "gone") return outcome.issue;
  if (outcome.kind === "unknown") {
    const message = `KECS could not find out whether it is steady: ${outcome.why}`;
    return { code: "KECS3007", path, message, severity: "warning" };
  }
  const { snapshot, found } = outcome;
  const proof = await evidence(instance, found);
  const isLate = outcome.kind === "late";
  const why = redact(`${stateText(found)}${proof}`, service.secretValues);
  const fate = await applyCircuitBreaker(instance, { snapshot, isLate, why }, circuitBreaker);
  const after =
    fate === "rolled back" ? await awaitSteady({ ...wait, countsFailures: false }) : undefined;
  const failed = { found, isLate, timeoutSeconds: service.timeoutSeconds };
  const issue = failure(path, failed, fate, after, proof);
  return { ...issue, message: redact(issue.message, service.secretValues) };
}

/** Nobody waits for it, but it has to be there. */
async function lookOnce(service: DeployedService): Promise<Issue | undefined> {
  const items = itemsOf<Item>(await listWorkloadObjects(service.instance, Date.now()));
  if (items === undefined) return undefined;
  const present = presentService(service, items);
  return "issue" in present ? present.issue : undefined;
}

function waitFor(service: DeployedService) {
  const { instance, timeoutSeconds, tell, secretValues } = service;
  return {
    service,
    timeoutSeconds,
    look: (notBefore: number) => listWorkloadObjects(instance, notBefore),
    tell: (progress: string) => {
      tell(redact(progress, secretValues));
    },
  } satisfies Omit<Wait, "countsFailures">;
}

async function noteOutcome(instance: string, snapshot: Snapshot): Promise<void> {
  const { name, annotations } = snapshot.deployment.metadata;
  const replicaSet = currentReplicaSet(snapshot);
  if (replicaSet !== undefined && !isNoted(snapshot)) {
    await kubectl(instance, noteCompleted(replicaSet.metadata.name, new Date()));
  }
  if (annotations?.[FAILED_ANNOTATION] !== undefined) await kubectl(instance, forgetFailed(name));
}

async function evidence(instance: string, { diagnoses }: RolloutState): Promise<string> {
  const [gravest] = diagnoses;
  if (gravest?.container === undefined) return "";
  return quotedLines(gravest.name ?? gravest.container, await lastLines(instance, gravest));
}
