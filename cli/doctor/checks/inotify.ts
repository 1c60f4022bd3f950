import { readFile } from "node:fs/promises";
import { ok, warning, type Check, type Verdict } from "../check";

/** Of the kernel's limits: every container of a cluster takes some. */
export const FEWEST_INSTANCES = 256;
export const FEWEST_WATCHES = 65_536;

/** @param limits absent where the system has no such limits */
export function judgeInotify(
  limits: { readonly instances: number; readonly watches: number } | undefined,
): Verdict {
  if (limits === undefined) return ok("this system has no inotify");
  const { instances, watches } = limits;
  const evidence = `max_user_instances ${instances}, max_user_watches ${watches}`;
  if (instances >= FEWEST_INSTANCES && watches >= FEWEST_WATCHES) return ok(evidence);
  return warning(
    "KECS2010",
    evidence,
    `raise them: sudo sysctl fs.inotify.max_user_instances=512 fs.inotify.max_user_watches=524288`,
  );
}

const limit = async (name: string): Promise<number> =>
  Number(await readFile(`/proc/sys/fs/inotify/${name}`, "utf8"));

export const inotify: Check = {
  name: "inotify",
  look: async () => {
    const limits = await Promise.all([limit("max_user_instances"), limit("max_user_watches")]).then(
      ([instances, watches]) => ({ instances, watches }),
      () => undefined,
    );
    return judgeInotify(limits);
  },
};
