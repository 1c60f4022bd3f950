import type { EngineEvent } from "@pulumi/pulumi/automation";
import { KecsError, problem } from "../../core/validate";
import type { KecsOutputs } from "../../core/outputs/contract";
import { listDockerResources } from "../../cluster/k3d/dockerResources";
import { PulumiStack } from "../engine/pulumiStack";
import { readOutputs } from "../engine/outputs";
import { prepareBackend } from "../engine/prepareBackend";
import { StepTracker, type StepChange } from "../engine/steps";
import { interrupted } from "../interrupted";
import { whatIsLeft } from "../text/whatIsLeft";
import type { Context } from "../command";
import type { SelectedStack } from "../project/selectedStack";

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
export async function deploy(
  context: Context,
  selected: SelectedStack,
  refresh = false,
): Promise<Deployed> {
  const { io, console } = context;
  const { progress } = console;
  const tracker = new StepTracker();
  const tell = (changes: readonly StepChange[]): void => {
    for (const change of changes) {
      if (change.kind === "start") progress.start(change.step, change.what);
      else progress.end(change.step, change.outcome);
    }
  };
  const line = prepareBackend(io.env, selected);
  if (line !== undefined) progress.note(line);
  tell(tracker.begin());
  try {
    const pulumiStack = await PulumiStack.open(selected.project, selected.stack);
    const onEvent = (event: EngineEvent): void => {
      tell(tracker.on(event));
    };
    const listeners = { signal: io.signal, onEvent, onOutput: console.detail };
    await pulumiStack.up({ ...listeners, onNote: progress.note }, refresh);
    tell(tracker.finish());
    const outputs = await readOutputs(selected.project, selected.stack, true);
    if (outputs !== undefined) return { outputs, changed: tracker.changed };
  } catch (error) {
    if (!io.signal.aborted) throw error;
    throw interrupted(whatIsLeft(await listDockerResources(selected.instance)));
  }
  throw new KecsError([
    problem(
      "KECS4006",
      selected.project.folder,
      "the project's program does not export the outputs that kecs reads",
      'end it with: module.exports = stackOutputs(instance, [alb]), from "kecs"',
    ),
  ]);
}
