import { ok, warning, type Verdict } from "../check";
import { daemonCheck, type DaemonInfo } from "../daemon";

/** Kubernetes 1.35 and later does not start on version 1: https://kubernetes.io/docs/concepts/architecture/cgroups/ */
export function judgeCgroups({ CgroupVersion }: DaemonInfo): Verdict {
  if (CgroupVersion === undefined) return ok("Docker does not tell its version");
  const evidence = `version ${CgroupVersion}`;
  if (CgroupVersion !== "1") return ok(evidence);
  return warning(
    "KECS2015",
    evidence,
    "it serves for now; later versions of Kubernetes need version 2: update the system that Docker runs on",
  );
}

export const cgroups = daemonCheck("cgroups", judgeCgroups);
