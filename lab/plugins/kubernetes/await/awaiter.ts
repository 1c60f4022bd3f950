import type { EngineLog } from "../../shared/engineLog";
import { annotation, isAnnotated } from "../annotations";
import { isNotFound, UnreachableError } from "../apiError";
import type { Cluster } from "../cluster";
import { at, isKind, kindOf, nameOf, textAt, uidOf } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { AwaitError } from "./awaitError";
import { lookFor } from "./look";
import type { Look } from "./look";
import { Patience } from "./patience";
import { StatusLine } from "./statusLine";
import type { Verdict } from "./verdict";
import { waiting } from "./verdict";
import { awaitedConditions, conditionsVerdict } from "./waitFor";

const settleSeconds = 10;

/** Kinds whose deletion is not waited for either when their readiness is not. */
const skippableDeletions = [
  ["", "Namespace"],
  ["", "Pod"],
  ["", "ReplicationController"],
  ["apps", "DaemonSet"],
  ["apps", "Deployment"],
  ["apps", "StatefulSet"],
  ["batch", "Job"],
] as const;

/** Waits for objects to become ready, or to go. */
export class Awaiter {
  constructor(
    private readonly cluster: Cluster,
    private readonly log: EngineLog,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves with the live object when it is ready; `inputs` say what the program wants. */
  async ready(
    urn: string,
    inputs: KubeObject,
    object: KubeObject,
    timeoutSeconds: number,
    isNew: boolean,
  ): Promise<KubeObject> {
    if (isAnnotated(inputs, annotation.skipAwait)) return object;
    const look = this.#lookFor(inputs, object, isNew);
    if (look === undefined) return object;
    const status = new StatusLine(this.log, urn);
    const patience = new Patience(timeoutSeconds, this.signal);
    let live = object;
    for (;;) {
      const seen = await this.#look(live, look);
      live = seen.live;
      const { verdict } = seen;
      if (verdict.state === "ready") {
        status.clear();
        return live;
      }
      const end = endOf(verdict, patience, nameOf(live));
      if (end !== undefined) {
        throw new AwaitError(end, live, [...verdict.problems, ...(await this.#warnings(live))]);
      }
      status.say("info", verdict.message);
      for (const problem of verdict.problems) status.say("warning", problem);
      if (patience.isReportDue()) {
        for (const warning of await this.#warnings(live)) status.say("warning", warning);
      }
      await patience.pause();
    }
  }

  /** One look, for a refresh: throws where the object is not ready now. */
  async lookOnce(inputs: KubeObject, live: KubeObject): Promise<void> {
    if (isAnnotated(inputs, annotation.skipAwait)) return;
    const verdict = await lookFor(this.cluster, live, { isNew: false, settleSeconds: 0 })?.(live);
    if (verdict === undefined || verdict.state === "ready") return;
    throw new AwaitError(failedToInitialize(nameOf(live)), live, verdict.problems);
  }

  /** Resolves when the object is gone, or another has taken its name. */
  async gone(
    urn: string,
    inputs: KubeObject,
    object: KubeObject,
    timeoutSeconds: number,
  ): Promise<void> {
    const skippable = skippableDeletions.some(([group, kind]) => isKind(object, group, kind));
    if (skippable && isAnnotated(inputs, annotation.skipAwait)) return;
    const status = new StatusLine(this.log, urn);
    const patience = new Patience(timeoutSeconds, this.signal);
    for (;;) {
      const live = await this.cluster.get(object).catch((error: unknown) => {
        if (isNotFound(error)) return undefined;
        throw error;
      });
      if (live === undefined || (uidOf(object) !== "" && uidOf(live) !== uidOf(object))) {
        status.clear();
        return;
      }
      if (patience.isCancelled) throw new AwaitError(cancelled(nameOf(live)), live, []);
      if (patience.isOver) {
        const message = `'${nameOf(live)}' timed out waiting to be deleted`;
        throw new AwaitError(message, live, finalizerProblems(live));
      }
      if (patience.isReportDue()) {
        status.say("info", `Waiting for ${kindOf(live)} "${nameOf(live)}" to be deleted`);
      }
      await patience.pause();
    }
  }

  #lookFor(inputs: KubeObject, object: KubeObject, isNew: boolean): Look | undefined {
    const awaited = awaitedConditions(inputs);
    if (awaited.length > 0) return (live) => Promise.resolve(conditionsVerdict(live, awaited));
    return lookFor(this.cluster, object, { isNew, settleSeconds });
  }

  /** A look that survives an API server that is away for a while. */
  async #look(last: KubeObject, look: Look): Promise<{ live: KubeObject; verdict: Verdict }> {
    try {
      const live = await this.cluster.get(last);
      return { live, verdict: await look(live) };
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      return { live: last, verdict: waiting("Waiting for the API server", [error.message]) };
    }
  }

  async #warnings(object: KubeObject): Promise<string[]> {
    // Events help to understand; that they cannot be read must not hide what they are about.
    const events = await this.cluster.events(object).catch(() => []);
    return events
      .filter((event) => textAt(event, "type") === "Warning")
      .map((event) => `[${textAt(event, "reason")}] ${textAt(event, "message")}`);
  }
}

function endOf(verdict: Verdict, patience: Patience, name: string): string | undefined {
  if (verdict.state === "failed") return failedToInitialize(name);
  if (patience.isCancelled) return cancelled(name);
  return patience.isOver ? `'${name}' timed out waiting to be Ready` : undefined;
}

function failedToInitialize(name: string): string {
  return `Resource '${name}' was created but failed to initialize`;
}

function cancelled(name: string): string {
  return `Resource operation was cancelled for '${name}'`;
}

function finalizerProblems(object: KubeObject): string[] {
  const finalizers = at(object, "metadata", "finalizers");
  if (!Array.isArray(finalizers) || finalizers.length === 0) return [];
  return [`finalizers might be preventing deletion (${finalizers.map(String).join(", ")})`];
}
