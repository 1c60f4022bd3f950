import { readTasks } from "../../core/ecs/observed/readTasks";
import type { Tasks } from "../../core/ecs/observed/task";
import { lastLine } from "../../core/text/lastLine";
import { probeCluster } from "../k3d/probe";
import { run } from "../process/run";
import { getTasks } from "./argv";

/** The services and tasks of an instance, or why it does not tell of them. */
export type ListedTasks =
  | ({ readonly kind: "tasks" } & Tasks)
  | { readonly kind: "absent" }
  | { readonly kind: "stopped" }
  | { readonly kind: "silent"; readonly why: string };

export async function listTasks(instance: string): Promise<ListedTasks> {
  const got = await run(getTasks(instance));
  if (got.code === 0) return { kind: "tasks", ...readTasks(got.stdout, Date.now()) };
  const found = await probeCluster(instance);
  if (found.kind === "absent") return { kind: "absent" };
  return found.serverRunning ? { kind: "silent", why: lastLine(got.stderr) } : { kind: "stopped" };
}
