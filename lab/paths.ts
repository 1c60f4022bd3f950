import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

export const defaultDockerSocket = "/var/run/docker.sock";

/** Every place the lab reads from or writes to. */
export interface LabPaths {
  /** The checkout, or the installed package, that the lab runs from. */
  readonly checkout: string;
  /** The lab's own sources: Go modules, image folders. */
  readonly assets: string;
  readonly root: string;
  /** Programs for people, first on PATH in the lab's environment. */
  readonly bin: string;
  /** The Pulumi plugins of this build, with all that they need, in one file. */
  readonly bundle: string;
  /** Those of all builds that are in use, each in a folder of its own. */
  readonly plugins: string;
  /** Programs that go into images. */
  readonly imagePrograms: string;
  readonly keys: string;
  readonly logs: string;
  readonly work: string;
  /** Go's caches while building; gone when all programs are there. */
  readonly goCache: string;
  readonly docker: string;
  /** Sockets and pids of a running daemon: short, and empty after a reboot. */
  readonly dockerRuntime: string;
  readonly dockerSocket: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** `$KECS_CACHE_DIR`, `$XDG_CACHE_HOME/kecs` or `~/.cache/kecs`. */
export function cacheFolder(variables: Variables): string {
  const own = variables["KECS_CACHE_DIR"];
  if (own) return path.resolve(own);
  const shared = variables["XDG_CACHE_HOME"];
  return path.join(shared ? path.resolve(shared) : path.join(homedir(), ".cache"), "kecs");
}

export function labPaths(variables: Variables = process.env): LabPaths {
  const checkout = checkoutOf(__dirname);
  const root = path.join(cacheFolder(variables), "lab", packageVersion(checkout));
  const id = createHash("sha256").update(root).digest("hex").slice(0, 8);
  return {
    checkout,
    assets: __dirname,
    root,
    bin: path.join(root, "bin"),
    bundle: path.join(checkout, "dist", "lab", "plugins.bundle.js"),
    plugins: path.join(root, "plugins"),
    imagePrograms: path.join(root, "image-programs"),
    keys: path.join(root, "keys"),
    logs: path.join(root, "logs"),
    work: path.join(root, "work"),
    goCache: path.join(root, "go"),
    docker: path.join(root, "docker"),
    dockerRuntime: `/run/kecs-lab-${id}`,
    dockerSocket: variables["KECS_LAB_DOCKER_SOCKET"] ?? defaultDockerSocket,
  };
}

function checkoutOf(folder: string): string {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  return checkoutOf(path.dirname(folder));
}

function packageVersion(checkout: string): string {
  const text = readFileSync(path.join(checkout, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
