import { problem, throwIfErrors } from "../internal/errors";
import type { KecsOutputs } from "./contract";

/** The version of the outputs that this package writes and reads. */
export const OUTPUTS_VERSION = 1;

/**
 * The outputs of a KECS stack, typed.
 *
 * @throws KecsError KECS1016 where the stack has no such outputs, or those of a newer version
 */
export function readOutputs(raw: Readonly<Record<string, unknown>>, stack: string): KecsOutputs {
  const version = raw["outputsVersion"];
  if (version !== OUTPUTS_VERSION) {
    throwIfErrors([
      problem(
        "KECS1016",
        `stack ${stack}`,
        version === undefined
          ? "the stack puts out nothing that KECS could read"
          : `its outputs have version ${JSON.stringify(version)}; this package reads ${OUTPUTS_VERSION}`,
        version === undefined
          ? "name a stack that was started, and whose program exports stackOutputs(…)"
          : "use the same version of kecs in both projects",
      ),
    ]);
  }
  return raw as unknown as KecsOutputs;
}
