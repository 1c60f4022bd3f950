import { problem, type Issue } from "../../internal/errors";
import { redact } from "../../internal/redact";
import { ask } from "../../workloads/ask";
import { FAILED_ANNOTATION } from "../../workloads/attempt";
import { lastLines, quotedLines } from "../../workloads/evidence";
import { liveObjects } from "../../workloads/live";
import type { Deployment } from "../../workloads/kubernetesObjects";
import { forgetFailed, noteSteady, setPaused } from "./argv";
import { countText, type Assessment } from "./assess";
import { awaitSteady, type Outcome, type Wait } from "./awaitSteady";
import { giveUp, type CircuitBreaker, type GivenUp } from "./giveUp";
import { currentReplicaSet, isNoted } from "./lastSteady";
import { lookAtAll, type Snapshot } from "./snapshot";

/** A service whose Deployment was just applied. */
export interface DeployedService {
  readonly instance: string;
  /** The component, as errors name it. */
  readonly path: string;
  /** Name of its Deployment. */
  readonly name: string;
  readonly waits: boolean;
  readonly timeoutSeconds: number;
  readonly circuitBreaker: CircuitBreaker;
  /** What no message may hold. */
  readonly secretValues: readonly string[];
  readonly tell: (progress: string) => void;
}

/**
 * Sees a deployment to its end: waits for the steady state, and where it does not come does what the
 * circuit breaker says. What there is to report is an error, or a warning where nobody could tell.
 */
export async function seeThrough(service: DeployedService): Promise<Issue | undefined> {
  const { instance, path, name, circuitBreaker } = service;
  await resume(instance, name);
  if (!service.waits) return undefined;
  const wait = waitFor(service);
  const outcome = await awaitSteady({ ...wait, countsFailures: true });
  if (outcome.kind === "steady") {
    await noteOutcome(instance, outcome.snapshot);
    return undefined;
  }
  if (outcome.kind === "unknown") {
    const message = `nobody could tell whether it is steady: ${outcome.why}`;
    return { code: "KECS3007", path, message, severity: "warning" };
  }
  const proof = await evidence(instance, outcome.found);
  const isLate = outcome.kind === "late";
  const fate = await giveUp(instance, { snapshot: outcome.snapshot, isLate }, circuitBreaker);
  const after =
    fate === "rolled back" ? await awaitSteady({ ...wait, countsFailures: false }) : undefined;
  const text = [`${verdict(service, isLate)}: ${state(outcome.found)}`, fateText(fate, after)];
  const message = redact(`${text.filter(Boolean).join("; ")}${proof}`, service.secretValues);
  return problem("KECS3007", path, message, hint(isLate, fate));
}

function waitFor({ instance, name, timeoutSeconds, tell, secretValues }: DeployedService) {
  return {
    name,
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
  return quotedLines(gravest.container, await lastLines(instance, gravest));
}

function verdict({ timeoutSeconds }: DeployedService, isLate: boolean): string {
  return isLate
    ? `the service did not become steady within ${timeoutSeconds} s`
    : "the deployment failed";
}

function state(found: Assessment): string {
  return `${countText(found)}; ${found.reason}`;
}

function fateText(fate: GivenUp, after: Outcome | undefined): string {
  if (fate === "stopped") return "the circuit breaker stopped it";
  if (fate === "left") return "";
  return after?.kind === "steady"
    ? "it was rolled back, and the tasks that were steady before run"
    : "it was rolled back, but the tasks that were steady before do not run yet";
}

function hint(isLate: boolean, fate: GivenUp): string {
  if (isLate && fate === "left") {
    return "mend what the reason names, or raise steadyStateTimeout, and run pulumi up again";
  }
  return "mend what the reason names, and run pulumi up again: it starts a new deployment";
}
