import {
  labEnvironment,
  LabFailed,
  labStatus,
  labSupported,
  labUp,
  pluginsId,
  type LabEnvironment,
} from "../../lab";
import { progressOn } from "../../lab/ui/progress";
import { KecsError, problem } from "../../core/validate";
import type { Io } from "../io";

/** What KECS needs of the lab. */
export interface Lab {
  /** Why the lab cannot be on this machine, or undefined if it can. */
  supported(): string | undefined;
  /** Whether everything of it is there and its daemon answers. */
  ready(): Promise<boolean>;
  environment(): LabEnvironment;
  /** Makes it ready, which takes minutes the first time. */
  up(io: Io, quiet: boolean): Promise<LabEnvironment>;
}

const SILENT = { write: () => undefined };

export const lab: Lab = {
  supported: labSupported,
  ready: async () => {
    const { parts } = await labStatus();
    const lacking = parts.filter((part) => part.state !== "ready");
    if (!lacking.every((part) => part.id === pluginsId)) return false;
    // This build's plugins are not in the cache yet: that takes no time.
    if (lacking.length > 0) await labUp({ progress: progressOn(SILENT, {}) });
    return true;
  },
  environment: labEnvironment,
  up: async (io, quiet) => {
    try {
      return await labUp({
        signal: io.signal,
        progress: progressOn(quiet ? SILENT : io.stderr, io.env),
      });
    } catch (error) {
      if (!(error instanceof LabFailed)) throw error;
      throw new KecsError([problem("KECS2007", "lab", error.message)], { cause: error });
    }
  },
};
