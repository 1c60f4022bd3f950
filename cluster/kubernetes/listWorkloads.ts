import { readWorkloads, type Workloads } from "../../core/ecs/observed/workloads";
import { run } from "../process/run";
import { getWorkloads } from "./argv";

/** What of an instance runs inside of its cluster; undefined where that does not answer. */
export async function listWorkloads(instance: string): Promise<Workloads | undefined> {
  const got = await run(getWorkloads(instance), { timeoutMs: 10_000 });
  return got.code === 0 ? readWorkloads(got.stdout) : undefined;
}
