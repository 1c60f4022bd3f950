import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseJson } from "../../../core/validate/parseJson";
import { shellQuote } from "../../../core/text/shellQuote";
import { isStale, type LockHolder } from "../../engine/locks";
import { damagedState } from "../../engine/state/damaged";
import { ownBackendUrl, stateFolder } from "../../engine/state/ownBackend";
import { failed, ok, warning, type Check, type Verdict } from "../check";

type Variables = Readonly<Record<string, string | undefined>>;

/** What KECS's own backend has of one stack. */
export interface StateFact {
  readonly project: string;
  readonly stack: string;
  /** The file of its state that ends in the middle. */
  readonly damaged: string | undefined;
  /** A lock that a process left behind which is gone. */
  readonly staleLock: string | undefined;
}

/** @param facts undefined where the state is kept in a backend of the user's */
export function judgeState(facts: readonly StateFact[] | undefined): Verdict {
  if (facts === undefined) return ok("kept in a backend of yours, which is not looked at");
  const damaged = facts.filter((fact) => fact.damaged !== undefined);
  const [broken] = damaged;
  if (broken !== undefined) {
    return failed(
      "KECS3022",
      damaged.map((fact) => `${nameOf(fact)} ends in the middle: ${fact.damaged ?? ""}`).join("; "),
      `in the project of the stack, kecs start --stack ${shellQuote(broken.stack)} puts its newest copy in its place`,
    );
  }
  const locked = facts.filter(({ staleLock }) => staleLock !== undefined);
  if (locked.length > 0) {
    return warning(
      "KECS4004",
      locked
        .map(
          (fact) => `${nameOf(fact)} has a lock of a process that is gone: ${fact.staleLock ?? ""}`,
        )
        .join("; "),
      "the next kecs start of the stack removes it; before pulumi itself: pulumi cancel",
    );
  }
  const names = facts.map(nameOf).join(", ");
  return ok(names === "" ? "no stack yet" : `${names}: whole, and no lock was left behind`);
}

const nameOf = ({ project, stack }: StateFact): string => `${project}/${stack}`;

const STATE = /^(.+?)\.json(\.gz)?$/;

/** What lies in the folder of the state; undefined where the user has chosen another backend. */
export function stateFacts(environment: Variables): StateFact[] | undefined {
  const own = ownBackendUrl(environment);
  const chosen = environment["PULUMI_BACKEND_URL"] ?? "";
  if (chosen !== "" && chosen !== own) return undefined;
  const env = { ...environment, PULUMI_BACKEND_URL: own };
  const folder = join(stateFolder(env), "stacks");
  return filesBeneath(folder).flatMap((file) => {
    const [project, name, ...more] = relative(folder, file).split(sep);
    const stack = STATE.exec(name ?? "")?.[1];
    if (project === undefined || stack === undefined || more.length > 0) return [];
    const damaged = damagedState(env, project, stack)?.file;
    return [{ project, stack, damaged, staleLock: staleLockOf(env, project, stack) }];
  });
}

function staleLockOf(env: Variables, project: string, stack: string): string | undefined {
  const folder = join(stateFolder(env), "locks", "organization", project, stack);
  return filesBeneath(folder).find((file) => isStale(holderOf(file)));
}

/** Who made a lock; nobody where it went meanwhile, or is not one. */
function holderOf(file: string): LockHolder[] {
  try {
    const { pid, username, hostname } = parseJson<{
      pid: number;
      username: string;
      hostname: string;
    }>(readFileSync(file, "utf8"), file);
    return [{ user: username, host: hostname, pid, url: pathToFileURL(file).href }];
  } catch {
    return [];
  }
}

function filesBeneath(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export const state: Check = {
  name: "state",
  look: ({ env }) => Promise.resolve().then(() => judgeState(stateFacts(env))),
};
