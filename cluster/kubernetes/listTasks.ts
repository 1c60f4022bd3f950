import { readTasks, type KubernetesObject } from "../../core/ecs/observed/readTasks";
import { withSchedules } from "../../core/ecs/schedule/readSchedules";
import type { Tasks } from "../../core/ecs/observed/task";
import { parseJson } from "../../core/validate/parseJson";
import { lastLine } from "../../core/text/lastLine";
import { probeCluster } from "../k3d/probe";
import { run } from "../process/run";
import { getTasks } from "./argv";

/** The services, tasks and schedules of an instance, or why it does not tell of them. */
export type ListedTasks =
  | ({ readonly kind: "tasks" } & Tasks)
  | { readonly kind: "absent" }
  | { readonly kind: "stopped" }
  | { readonly kind: "asleep" }
  | { readonly kind: "silent"; readonly why: string };

export async function listTasks(instance: string): Promise<ListedTasks> {
  const got = await run(getTasks(instance));
  if (got.code === 0) {
    const now = Date.now();
    const { items } = parseJson<{ readonly items: readonly KubernetesObject[] }>(
      got.stdout,
      "kubectl",
    );
    return { kind: "tasks", ...withSchedules(readTasks(items, now), items, now) };
  }
  const found = await probeCluster(instance);
  if (found.kind === "absent") return { kind: "absent" };
  if (found.asleep) return { kind: "asleep" };
  return found.serverRunning ? { kind: "silent", why: lastLine(got.stderr) } : { kind: "stopped" };
}
