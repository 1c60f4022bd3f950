import { statfs } from "node:fs/promises";
import { home } from "../../engine/state/ownBackend";
import { ok, warning, type Check, type Verdict } from "../check";
import { run } from "../../../cluster/process/run";

const GIB = 1024 ** 3;
/** The images of an instance and of an application, and the state. */
export const LITTLE_ROOM = 5 * GIB;

/** Free room of a folder of this machine. */
export interface RoomFact {
  readonly what: string;
  readonly freeBytes: number;
}

/** @param facts none for Docker's folder where it is on another machine, as with Docker Desktop */
export function judgeDisk(facts: readonly RoomFact[]): Verdict {
  const evidence = facts
    .map(({ what, freeBytes }) => `${what} ${(freeBytes / GIB).toFixed(1)} GiB free`)
    .join(", ");
  return facts.some(({ freeBytes }) => freeBytes < LITTLE_ROOM)
    ? warning("KECS2010", evidence, "make room: docker system df shows what Docker keeps")
    : ok(evidence);
}

async function roomOf(what: string, path: string): Promise<RoomFact[]> {
  const found = await statfs(path).catch(() => undefined);
  return found === undefined ? [] : [{ what, freeBytes: found.bavail * found.bsize }];
}

/** Without a daemon the room of the home is still worth a look. */
async function dockerRoot(): Promise<string> {
  const format = "{{.DockerRootDir}}";
  const asked = await run(["docker", "info", "--format", format], { timeoutMs: 8_000 });
  return asked.code === 0 ? asked.stdout.trim() : "";
}

export const disk: Check = {
  name: "disk",
  look: async ({ env }) => {
    const rooms = await Promise.all([
      roomOf("home", home(env)),
      dockerRoot().then((root) => roomOf("Docker", root)),
    ]);
    return judgeDisk(rooms.flat());
  },
};
