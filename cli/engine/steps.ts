import type { EngineEvent } from "@pulumi/pulumi/automation";

/** The parts of an update that a user sees. */
export type Step = "program" | "cluster" | "traefik" | "application";

export type StepChange =
  | { readonly kind: "start"; readonly step: Step; readonly what: string }
  | { readonly kind: "end"; readonly step: Step; readonly outcome: string };

/** The events of an update that make progress, in a form that is easy to write down. */
type Metadata = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];

const COMMAND = "command:local:Command";
const TRAEFIK = "kecs:instance:Traefik";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";

const WHAT: Readonly<Record<Step, string>> = {
  program: "reading what it declares",
  cluster: "looking at the cluster",
  traefik: "Traefik and its entry points",
  application: "load balancers, listeners and tasks",
};

/**
 * Follows the steps of an update by the engine's events. The program comes first, and is over when
 * the first resource is made or compared: a mistake in it is none of the cluster's. Then comes the
 * cluster; Traefik and the application follow side by side, and the application ends with the update.
 */
export class StepTracker {
  private readonly counts = new Map<Step, Map<string, number>>();
  private readonly ended = new Set<Step>();
  private readonly begun = new Set<Step>();

  /** The program runs from the very start, before the first event. */
  begin(): StepChange[] {
    return this.start("program");
  }

  on(event: EngineEvent): StepChange[] {
    if (event.resourcePreEvent !== undefined) return this.before(event.resourcePreEvent.metadata);
    if (event.resOutputsEvent !== undefined) return this.after(event.resOutputsEvent.metadata);
    return [];
  }

  /** What is to be said once the update is over. */
  finish(): StepChange[] {
    return [...this.begun].flatMap((step) => this.end(step));
  }

  /** Whether anything but the stack itself was created, changed or removed. */
  get changed(): boolean {
    return [...this.counts.values()].some((counts) =>
      [...counts].some(([op, count]) => op !== "same" && count > 0),
    );
  }

  private before({ urn, type }: Metadata): StepChange[] {
    const step = stepOf(urn, type);
    return step === undefined ? [] : this.start(step);
  }

  private after({ urn, type, op }: Metadata): StepChange[] {
    const step = stepOf(urn, type);
    if (step === undefined) return [];
    this.count(step, op);
    if (step === "cluster" && isCluster(urn, type)) return this.end(step);
    if (step === "traefik" && type === DEPLOYMENT) return this.end(step);
    return [];
  }

  private start(step: Step): StepChange[] {
    if (this.begun.has(step)) return [];
    const over = this.begun.has("program") ? this.end("program") : [];
    this.begun.add(step);
    return [...over, { kind: "start", step, what: WHAT[step] }];
  }

  private end(step: Step): StepChange[] {
    if (this.ended.has(step)) return [];
    this.ended.add(step);
    const outcome = step === "program" ? "read" : outcomeOf(this.counts.get(step) ?? new Map());
    return [{ kind: "end", step, outcome }];
  }

  private count(step: Step, op: string): void {
    const counts = this.counts.get(step) ?? new Map<string, number>();
    counts.set(op, (counts.get(op) ?? 0) + 1);
    this.counts.set(step, counts);
  }
}

/** The step that a resource belongs to; none for components, providers and the stack. */
export function stepOf(urn: string, type: string): Step | undefined {
  if (type.startsWith("kecs:") || type.startsWith("pulumi:")) return undefined;
  if (type === COMMAND) return "cluster";
  return urn.includes(TRAEFIK) ? "traefik" : "application";
}

function isCluster(urn: string, type: string): boolean {
  return type === COMMAND && urn.endsWith("-cluster");
}

const WORDS: readonly (readonly [word: string, ops: readonly string[]])[] = [
  ["replaced", ["create-replacement", "replace"]],
  ["created", ["create"]],
  ["changed", ["update"]],
  ["removed", ["delete"]],
];

function outcomeOf(counts: ReadonlyMap<string, number>): string {
  const parts = WORDS.flatMap(([word, ops]) => {
    const sum = ops.reduce((total, op) => total + (counts.get(op) ?? 0), 0);
    return sum === 0 ? [] : [sum === 1 ? word : `${sum} ${word}`];
  });
  return parts.length === 0 ? "unchanged" : parts.join(", ");
}
