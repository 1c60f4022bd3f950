import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";
import { KecsError } from "../../core/validate";
import type { Project } from "../project/project";
import { loadAutomation } from "./automation";
import { FailureCollector } from "./failures";
import { busy, isStale, lockHolders, removeStale } from "./locks";
import { forgetBackups, pruneBackups } from "./state/backups";
import { warningsIn } from "./warnings";

/** What an operation on a stack tells while it runs. */
export interface Listeners {
  readonly onEvent?: (event: EngineEvent) => void;
  readonly onOutput?: (text: string) => void;
  readonly onNote?: (text: string) => void;
  readonly signal: AbortSignal;
}

/** A terminal sends Ctrl-C to Pulumi too; a second one from here would end it the hard way. */
const OWN_CTRL_C_MS = 800;

/**
 * One stack of a project, driven through Pulumi's Automation API: the same program, stack and
 * files as a plain `pulumi up` in the project's folder.
 */
export class PulumiStack {
  private constructor(
    private readonly stack: Stack,
    private readonly project: Project,
  ) {}

  /** The stack, made where the backend has none of this name. */
  static async open(project: Project, stack: string): Promise<PulumiStack> {
    const { LocalWorkspace } = loadAutomation();
    try {
      return new PulumiStack(
        await LocalWorkspace.createOrSelectStack(stackOf(project, stack)),
        project,
      );
    } catch (error) {
      // Another process made it since this one looked; whose turn it is tells the lock of the update.
      const made = /already exists/i.test(String(error))
        ? await PulumiStack.find(project, stack)
        : undefined;
      if (made !== undefined) return made;
      throw explained(error, new FailureCollector());
    }
  }

  /** The stack if the backend has it. */
  static async find(project: Project, stack: string): Promise<PulumiStack | undefined> {
    const { LocalWorkspace, StackNotFoundError } = loadAutomation();
    try {
      return new PulumiStack(await LocalWorkspace.selectStack(stackOf(project, stack)), project);
    } catch (error) {
      if (error instanceof StackNotFoundError) return undefined;
      throw explained(error, new FailureCollector());
    }
  }

  /** @param refresh look at every object first, and make what is gone again */
  async up(listeners: Listeners, refresh: boolean): Promise<void> {
    await this.perform(listeners, (options) => this.stack.up({ ...options, refresh }));
    pruneBackups(process.env, this.project.name, this.stack.name);
  }

  async destroy(listeners: Listeners): Promise<void> {
    await this.perform(listeners, (options) => this.stack.destroy(options));
  }

  /** Removes the stack from the backend, backups included; its file stays, it is the user's. */
  async remove(): Promise<void> {
    await this.stack.workspace.removeStack(this.stack.name, { preserveConfig: true });
    forgetBackups(process.env, this.project.name, this.stack.name);
  }

  private async perform(
    listeners: Listeners,
    operation: (options: OperationOptions) => Promise<unknown>,
  ): Promise<void> {
    const { ConcurrentUpdateError } = loadAutomation();
    for (let mayRemove = true; ; mayRemove = false) {
      try {
        await this.attempt(listeners, operation);
        return;
      } catch (error) {
        if (!(error instanceof ConcurrentUpdateError)) throw error;
        const holders = lockHolders(error.message);
        if (!mayRemove || !isStale(holders) || !removeStale(holders)) {
          throw busy(holders, this.stack.name, error);
        }
        listeners.onNote?.("the last operation was killed and left its lock behind: removing it");
      }
    }
  }

  private async attempt(
    listeners: Listeners,
    operation: (options: OperationOptions) => Promise<unknown>,
  ): Promise<void> {
    const { ConcurrentUpdateError } = loadAutomation();
    const failures = new FailureCollector();
    const stop = new AbortController();
    const onAbort = (): void => {
      setTimeout(() => {
        if (!failures.cancelled) stop.abort();
      }, OWN_CTRL_C_MS);
    };
    listeners.signal.addEventListener("abort", onAbort);
    try {
      await operation({
        onEvent: (event) => {
          failures.on(event);
          for (const warning of warningsIn(event)) listeners.onNote?.(warning);
          listeners.onEvent?.(event);
        },
        onOutput: (text) => listeners.onOutput?.(text),
        onError: (text) => listeners.onOutput?.(text),
        signal: stop.signal,
        suppressProgress: true,
      });
    } catch (error) {
      if (error instanceof ConcurrentUpdateError) throw error;
      throw explained(error, failures);
    } finally {
      listeners.signal.removeEventListener("abort", onAbort);
    }
  }
}

function stackOf({ folder }: Project, stackName: string) {
  return { stackName, workDir: folder };
}

interface OperationOptions {
  readonly onEvent: (event: EngineEvent) => void;
  readonly onOutput: (text: string) => void;
  readonly onError: (text: string) => void;
  readonly signal: AbortSignal;
  readonly suppressProgress: boolean;
}

function explained(error: unknown, failures: FailureCollector): KecsError {
  const message = error instanceof Error ? error.message : String(error);
  return new KecsError(failures.issues(lastWords(message)), { cause: error });
}

/** What the CLI wrote to stderr, out of the Automation API's long message. */
function lastWords(message: string): string {
  const stderr = /\n\s*stderr: ([\s\S]*?)(\n\s*err\??: |$)/.exec(message)?.[1]?.trim() ?? "";
  return stderr === "" ? message.trim() : stderr;
}
