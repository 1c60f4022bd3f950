import { ok, warning, type Verdict } from "../check";
import { daemonCheck, type DaemonInfo } from "../daemon";

const GIB = 1024 ** 3;
/** An instance with the sample application takes about one; images are built beside it. */
export const LITTLE_MEMORY = 3 * GIB;

export function judgeMemory({ MemTotal, NCPU = 0 }: DaemonInfo): Verdict {
  if (MemTotal === undefined) return ok("Docker does not tell how much it has");
  const evidence = `Docker has ${(MemTotal / GIB).toFixed(1)} GiB and ${NCPU} CPUs`;
  if (MemTotal >= LITTLE_MEMORY) return ok(evidence);
  return warning(
    "KECS2010",
    evidence,
    "give Docker 4 GiB or more (Docker Desktop: Settings, Resources)",
  );
}

export const memory = daemonCheck("memory", judgeMemory);
