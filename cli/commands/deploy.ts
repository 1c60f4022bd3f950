import type { EngineEvent } from "@pulumi/pulumi/automation";
import { KecsError, problem } from "../../core/validate";
import type { KecsOutputs } from "../../core/outputs/contract";
import { findRemains, isNothing, type Remains } from "../cluster/remains";
import { Deployment } from "../engine/deployment";
import { readOutputs } from "../engine/outputs";
import { backendFor, useBackend } from "../engine/state/backend";
import { StepTracker, type StepChange } from "../engine/steps";
import { interrupted } from "../interrupted";
import type { Context } from "./context";
import type { Target } from "./target";

/** What an update came to. */
export interface Deployed {
  readonly outputs: KecsOutputs;
  readonly changed: boolean;
}

/**
 * Brings the stack to what its program says, and tells of each step.
 *
 * @param refresh look at every object first, and make again what is gone
 */
export async function deploy(context: Context, target: Target, refresh = false): Promise<Deployed> {
  const { io, console } = context;
  const { progress } = console;
  const tracker = new StepTracker();
  const tell = (changes: readonly StepChange[]): void => {
    for (const change of changes) {
      if (change.kind === "start") progress.start(change.step, change.what);
      else progress.end(change.step, change.outcome);
    }
  };
  const line = prepareBackend(context, target);
  if (line !== undefined) progress.note(line);
  tell(tracker.begin());
  try {
    const deployment = await Deployment.open(target.project, target.stack);
    const onEvent = (event: EngineEvent): void => {
      tell(tracker.on(event));
    };
    const listeners = { signal: io.signal, onEvent, onOutput: console.detail };
    await deployment.up({ ...listeners, onNote: progress.note }, refresh);
    tell(tracker.finish());
    const outputs = await readOutputs(target.project, target.stack, true);
    if (outputs !== undefined) return { outputs, changed: tracker.changed };
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw interrupted(whatIsLeft(await findRemains(target.instance)));
  }
  throw new KecsError([
    problem(
      "KECS4006",
      target.project.folder,
      "the project's program does not put out what kecs reads",
      'end it with: module.exports = stackOutputs(instance, [alb]), from "kecs"',
    ),
  ]);
}

/** Sets the backend's variables; returns the line that says so where KECS chose them. */
export function prepareBackend(
  { io }: Context,
  { project, stack }: Pick<Target, "project" | "stack">,
): string | undefined {
  return useBackend(io.env, backendFor(io.env, project, stack));
}

export function whatIsLeft(remains: Remains): string {
  if (isNothing(remains)) return "nothing is left on the machine";
  const { containers, networks, volumes } = remains;
  const parts = [
    ...containers.map((name) => `container ${name}`),
    ...networks.map((name) => `network ${name}`),
    ...volumes.map((name) => `volume ${name}`),
  ];
  return `what was made so far is kept: ${parts.join(", ")}`;
}
