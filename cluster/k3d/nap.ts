import { cacheFolder } from "../files/cache";
import { run } from "../process/run";
import { lastLine } from "../../core/text/lastLine";
import { KecsError, problem } from "../../core/validate";
import { parseIssues } from "../../core/validate/parseIssues";
import { clusterName } from "./names";
import type { Claim } from "./owner";
import { NAP_SCRIPT } from "./scripts";

type Variables = Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 60_000;

/**
 * Pauses the containers of an instance that run: they keep their memory and get no CPU.
 *
 * @returns their names; none where all of them were paused or stopped before
 * @throws KecsError KECS4004 while another process changes the cluster
 */
export function pauseCluster(env: Variables, instance: string, claim: Claim) {
  return nap("pause", env, instance, claim);
}

/** The way back: lets the containers of an instance that are paused go on, whoever paused them. */
export function unpauseCluster(env: Variables, instance: string, claim: Claim) {
  return nap("unpause", env, instance, claim);
}

async function nap(
  verb: "pause" | "unpause",
  env: Variables,
  instance: string,
  { owner, takeOver = "" }: Claim,
): Promise<readonly string[]> {
  const done = await run(["sh", "-c", NAP_SCRIPT], {
    env: {
      KECS_CACHE_DIR: cacheFolder(env),
      KECS_CLUSTER: clusterName(instance),
      KECS_EPOCH: "",
      KECS_LOCK_PATIENCE: "0",
      KECS_NAP: verb,
      KECS_OWNER: owner,
      KECS_TAKE_OVER: takeOver,
    },
    timeoutMs: TIMEOUT_MS,
  });
  if (done.code === 0) return done.stdout.split("\n").filter((name) => name !== "");
  const issues = parseIssues(done.stderr);
  if (issues.length > 0) throw new KecsError(issues);
  const why = done.code === 124 ? "Docker does not answer in time" : lastLine(done.stderr);
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      `not every container could be ${verb}d: ${why}`,
      "run the same command again; docker ps shows which ones are paused",
    ),
  ]);
}
