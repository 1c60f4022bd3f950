import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { run } from "../process/run";

/**
 * Who listens on a local port, in words: a container by its name, a process by its id and program. Its
 * arguments are not shown: they can hold a password.
 *
 * Linux is read from /proc, since neither ss nor lsof is on every machine; elsewhere lsof tells.
 */
export async function portOwner(port: number): Promise<string> {
  return (
    (await container(port)) ?? (await linuxProcess(port)) ?? (await lsofProcess(port)) ?? UNKNOWN
  );
}

const UNKNOWN = "another program";
const LISTEN = "0A";

async function container(port: number): Promise<string | undefined> {
  const listed = await run(["docker", "ps", "--format", "{{.Names}}\t{{.Ports}}"], {
    timeoutMs: 2_000,
  });
  if (listed.code !== 0) return undefined;
  const row = listed.stdout.split("\n").find((line) => publishes(line, port));
  const name = row?.split("\t")[0];
  return name === undefined ? undefined : `container ${name}`;
}

/** Docker joins neighbouring ports: `127.0.0.1:9000-9009->30800-30809/tcp`. */
function publishes(row: string, port: number): boolean {
  return [...row.matchAll(/:(\d+)(?:-(\d+))?->[\d-]+\/tcp/g)].some(
    ([, first, last = first]) => port >= Number(first) && port <= Number(last),
  );
}

async function linuxProcess(port: number): Promise<string | undefined> {
  const inodes = new Set<string>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of (await readFile(table, "utf8").catch(() => "")).split("\n").slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state !== LISTEN || local === undefined || inode === undefined) continue;
      if (parseInt(local.split(":")[1] ?? "", 16) === port) inodes.add(`socket:[${inode}]`);
    }
  }
  if (inodes.size === 0) return undefined;
  const pids = (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry));
  for (const pid of pids) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => "");
      if (inodes.has(target)) return describe(pid, await programName(pid));
    }
  }
  return "a process of another user";
}

/** The file that a process runs; else the name that it gives itself. */
async function programName(pid: string): Promise<string> {
  const file = await readlink(`/proc/${pid}/exe`).catch(() => "");
  if (file !== "") return basename(file.replace(/ \(deleted\)$/, ""));
  return (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).trim();
}

async function lsofProcess(port: number): Promise<string | undefined> {
  const found = await run(["lsof", "-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    timeoutMs: 2_000,
  });
  const pid = /^p(\d+)$/m.exec(found.stdout)?.[1];
  return pid === undefined ? undefined : describe(pid, /^c(.*)$/m.exec(found.stdout)?.[1] ?? "");
}

function describe(pid: string, program: string): string {
  const short = program.length > 60 ? `${program.slice(0, 57)}...` : program;
  return short === "" ? `process ${pid}` : `process ${pid} (${short})`;
}
