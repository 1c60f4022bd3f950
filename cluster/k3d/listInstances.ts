import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseJson } from "../../core/validate/parseJson";
import { run } from "../process/run";
import { dockerIsSilent, linesOf } from "./dockerLines";
import {
  instanceNames,
  instancesOf,
  type ClusterContainer,
  type MachineInstance,
} from "./instances";
import type { StackIdentity } from "./owner";
import { serverContainer } from "./names";
import { readNodeFile } from "./nodeFile";
import { OWNER_FILE } from "./probe";

/** An instance with what its containers and its stack say at the moment. */
export interface ListedInstance extends MachineInstance {
  /** Null where nothing of it runs. */
  readonly memoryBytes: number | null;
  /** Whether the state of its stack is there; null where KECS cannot see it. */
  readonly hasStack: boolean | null;
}

/**
 * Every instance of this machine's Docker daemon, whichever project and stack made it.
 *
 * @throws KecsError KECS3004 where Docker does not tell
 */
export async function listInstances(): Promise<ListedInstance[]> {
  const containers = await containersOfClusters();
  const names = instanceNames(containers);
  const servers = new Set(containers.map(({ Name }) => Name.slice(1)));
  const owners = new Map(
    await Promise.all(
      names.map(async (name) => {
        const server = serverContainer(name);
        // Of one that goes at this moment, its label is what there is.
        const owner = servers.has(server)
          ? await readNodeFile(server, OWNER_FILE).catch(() => "")
          : "";
        return [name, owner] as const;
      }),
    ),
  );
  const found = instancesOf(containers, owners);
  const memory = await memoryOf(found.flatMap((of) => of.containers));
  return found.map((of) => {
    const sizes = of.containers.flatMap((name) => memory.get(name) ?? []);
    const { owner } = of;
    return {
      ...of,
      memoryBytes: sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0),
      hasStack: owner === null ? null : isStackThere(owner),
    };
  });
}

async function containersOfClusters(): Promise<readonly ClusterContainer[]> {
  const ids = await linesOf(["docker", "ps", "--all", "--quiet", "--filter", "label=k3d.cluster"]);
  if (ids.length === 0) return [];
  const inspected = await run(["docker", "inspect", "--type", "container", ...ids]);
  // One that went in between is missed, and the others are printed.
  if (inspected.code !== 0 && !/no such (container|object)/i.test(inspected.stderr)) {
    throw dockerIsSilent(inspected);
  }
  return parseJson<readonly ClusterContainer[]>(inspected.stdout || "[]", "docker");
}

/** What each of these containers uses; none of one that does not run. */
async function memoryOf(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const format = "{{.Name}} {{.MemUsage}}";
  const asked = await run(["docker", "stats", "--no-stream", "--format", format, ...names]);
  const lines = asked.code === 0 ? asked.stdout.split("\n") : [];
  return new Map(
    lines.flatMap((line) => {
      const [, name = "", size = "", unit = ""] = /^(\S+) ([\d.]+)([KMGT]?i?B)/.exec(line) ?? [];
      const bytes = Number(size) * (UNITS[unit] ?? 0);
      return bytes > 0 ? [[name, Math.round(bytes)] as const] : [];
    }),
  );
}

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** As Pulumi writes a state, compressed or not. */
const STATES = [".json", ".json.gz", ".json.zst"];

/** Whether a backend of files has the state of a stack; null where it is another backend, which is not asked. */
export function isStackThere({ project, stack, backend }: StackIdentity): boolean | null {
  if (!backend.startsWith("file://")) return null;
  const folder = join(fileURLToPath(backend), ".pulumi", "stacks");
  return [join(folder, project, stack), join(folder, stack)].some((file) =>
    STATES.some((extension) => existsSync(`${file}${extension}`)),
  );
}
