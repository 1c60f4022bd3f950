import { prepareMachine } from "../../../cli/machine/prepare";
import { consoleOn } from "../../../cli/ui/console";

/**
 * Before the first end-to-end test: the tools, or the lab where they cannot be had, which takes
 * minutes on a machine that never had it. The environment of the tests stays as it is, so that
 * each `kecs` of a test finds its tools by itself, as a user's does.
 */
export default async function setup(): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const io = {
    stdin,
    stdout,
    stderr,
    env: { ...process.env },
    cwd: process.cwd(),
    signal: new AbortController().signal,
  };
  const console = consoleOn(io, { quiet: false, verbose: false, debug: false });
  await prepareMachine(io, console, true, false);
}
