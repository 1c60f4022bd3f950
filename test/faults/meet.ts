import { readdirSync, readFileSync } from "node:fs";
import type { Interrupt } from "./row";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/** Sends a signal to a command, its group, or what it has started; what has ended is not met. */
export function meet(leader: number, { signal, meets }: Pick<Interrupt, "signal" | "meets">): void {
  for (const pid of whom(leader, meets)) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

function whom(leader: number, meets: Interrupt["meets"]): number[] {
  if (meets === "group") return [-leader];
  if (meets === "kecs") return [leader];
  const below = descendants(leader);
  const isMeant =
    meets === "pulumi"
      ? ({ name }: Process) => name === "pulumi"
      : ({ name }: Process) => name.startsWith("pulumi-");
  return below.filter(isMeant).map(({ pid }) => pid);
}

function descendants(leader: number): Process[] {
  const all = readdirSync("/proc").flatMap((entry) =>
    /^\d+$/.test(entry) ? processOf(entry) : [],
  );
  const found: Process[] = [];
  const parents = [leader];
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const one of all.filter((each) => each.parent === parent)) {
      found.push(one);
      parents.push(one.pid);
    }
  }
  return found;
}

function processOf(entry: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
    const [, name = "", parent = ""] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    return [{ pid: Number(entry), parent: Number(parent), name }];
  } catch {
    return [];
  }
}
