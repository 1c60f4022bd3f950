import { KecsError, problem } from "../../core/validate";
import type { Context } from "../command";
import { interrupted } from "../interrupted";
import { confirm } from "./confirm";
import { canAsk } from "./terminal";

/** The option of every command that asks before it removes something. */
export interface AgreementOptions {
  readonly yes?: boolean;
}

/**
 * Asks whether all of this may be removed; `--yes` has answered that already.
 *
 * @throws KecsError KECS4003 where nobody can answer, KECS4005 where somebody says no
 */
export async function agree(
  { io, options }: Context<AgreementOptions>,
  command: string,
  lines: readonly string[],
): Promise<void> {
  if (options.yes === true) return;
  if (!canAsk(io.stdin, io.stderr, io.env)) {
    throw new KecsError([
      problem("KECS4003", "", `${command} removes ${lines.join(", ")}`, "add --yes to confirm"),
    ]);
  }
  io.stderr.write(`This removes:\n${lines.map((line) => `  ${line}\n`).join("")}`);
  if (!(await confirm(io, "Continue?"))) throw interrupted("nothing was removed");
}
