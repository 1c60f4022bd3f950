import { clusterName } from "./names";
import { judgeOwner, othersIssue, type Claim } from "./owner";
import type { ClusterState } from "./probe";
import { WHOSE_SCRIPT } from "./scripts";
import { KecsError, throwIfErrors, type Issue } from "../../core/validate";
import { run, type RunResult } from "../process/run";
import { parseIssues } from "../../core/validate/parseIssues";
import { cacheFolder } from "../files/cache";
import { dockerIsSilent } from "./dockerLines";

type Variables = Readonly<Record<string, string | undefined>>;

/** What guard.sh calls the holder of what KECS did not make. */
const UNKNOWN_OWNER = "stranger";

/** Who has what is on the machine under an instance's name. */
export interface Holder {
  /** Which creation of the cluster is there; empty where none came to its end. */
  readonly clusterIdentifier: string;
  /** Why it is not the claimant's; none where it is. */
  readonly issues: readonly Issue[];
}

/**
 * Whose the instance's cluster is, or what is left of it, as one sees it who wants to remove it: what
 * a stack may take over is another's until it was. The script that removes it judges by the same lines.
 */
export async function findHolder(env: Variables, instance: string, owner: string): Promise<Holder> {
  const asked = await run(["sh", "-c", WHOSE_SCRIPT], {
    env: {
      KECS_CACHE_DIR: cacheFolder(env),
      KECS_CLUSTER: clusterName(instance),
      KECS_EPOCH: "",
      KECS_OWNER: owner,
      KECS_TAKE_OVER: "",
    },
  });
  if (asked.code !== 0) throw untold(asked);
  const [verdict = "", clusterIdentifier = "", holder = ""] = asked.stdout.split("\n");
  if (verdict === "ours") return { clusterIdentifier, issues: [] };
  const other = holder === UNKNOWN_OWNER ? undefined : holder;
  return { clusterIdentifier, issues: [othersIssue(instance, other, owner)] };
}

function untold(asked: RunResult): KecsError {
  const issues = parseIssues(asked.stderr);
  return issues.length > 0 ? new KecsError(issues) : dockerIsSilent(asked);
}

/** Refuses what is somebody else's. */
export function refuseOthers(found: ClusterState, claim: Claim, instance: string): void {
  throwIfErrors(judgeOwner(found, claim, instance));
}
