import NodeEnvironment from "jest-environment-node";

/** How many callers Pulumi's bookkeeping tells of: as many as Node does by itself. */
const CALLERS = 10;

/**
 * Jest's environment of Node. There every frame of a stack is looked up in source maps when somebody
 * reads it, and Pulumi reads the stack of each promise and of each resource that it makes: half of
 * the time that a program of a test takes. Nobody sees these stacks; those of errors are as ever.
 */
export default class Environment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.Error.prepareStackTrace = (error, frames) =>
      isBookkeeping(error, frames) ? plainStack(error, frames) : mappedStack(error, frames);
  }
}

function isBookkeeping(error: Error, [top]: readonly NodeJS.CallSite[]): boolean {
  return error.message === "" && /[\\/]@pulumi[\\/]pulumi[\\/]/.test(top?.getFileName() ?? "");
}

function plainStack(error: Error, frames: readonly NodeJS.CallSite[]): string {
  return [error, ...frames.slice(0, CALLERS)].map(String).join("\n    at ");
}

/** As Jest formats it: its formatter is outside of the test file's own globals, where this runs. */
function mappedStack(error: Error, frames: NodeJS.CallSite[]): unknown {
  return Error.prepareStackTrace(error, frames);
}
