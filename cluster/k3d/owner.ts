import { problem, type Issue } from "../../core/validate";
import { clusterName } from "./names";
import type { ClusterState } from "./probe";

/** The stack that a cluster belongs to. */
export interface StackIdentity {
  /** Where the stack's state is kept, without credentials. */
  readonly backend: string;
  readonly project: string;
  /** With or without the organization and project in front of it. */
  readonly stack: string;
}

const SPECIAL = /[^\w.:/@+~-]/gu;

/**
 * The owner as the cluster's label has it and as an error shows it, `kecs/dev@file:///home/me`:
 * nothing in it has to be quoted, and nothing is expanded by k3d or a shell.
 */
export function ownerOf({ backend, project, stack }: StackIdentity): string {
  const text = `${project}/${stack.split("/").at(-1) ?? stack}@${backend}`;
  return text.replace(SPECIAL, escaped);
}

function escaped(sign: string): string {
  return [...Buffer.from(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}

/** The stack that an owner is, by what `ownerOf` wrote; null where it wrote something else. */
export function readOwner(text: string): StackIdentity | null {
  const [, project, stack, backend] = /^([^/]+)\/([^@]+)@(.*)$/.exec(text) ?? [];
  if (project === undefined || stack === undefined || backend === undefined) return null;
  return { project: unescaped(project), stack: unescaped(stack), backend: unescaped(backend) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an owner may do with what is there. */
export interface Claim {
  readonly owner: string;
  /** The other owner whose cluster may be taken over. */
  readonly takeOver?: string | undefined;
}

/**
 * Whether a cluster is the claimant's, or free to be. One of a KECS without owners is adopted. It says
 * before an update what is_ours of guard.sh says in it; a test holds the two together.
 */
export function isOurs(found: ClusterState, { owner, takeOver }: Claim): boolean {
  if (found.kind === "absent") return true;
  if (!found.madeByKecs) return false;
  return found.owner === "" || found.owner === owner || found.owner === takeOver;
}

/** The issue of a cluster that has the instance's name and belongs to somebody else. */
export function judgeOwner(found: ClusterState, claim: Claim, instance: string): Issue[] {
  if (found.kind === "absent" || isOurs(found, claim)) return [];
  return [othersIssue(instance, found.madeByKecs ? found.owner : undefined, claim.owner)];
}

/**
 * The issue itself.
 *
 * @param owner whose it is; undefined where KECS did not make it
 */
export function othersIssue(instance: string, owner: string | undefined, claimant: string): Issue {
  const cluster = clusterName(instance);
  return owner === undefined
    ? problem(
        "KECS3010",
        cluster,
        "a cluster of this name, or what is left of one, is there and was not made by KECS",
        `give the instance another name, or remove that cluster: k3d cluster delete ${cluster}`,
      )
    : problem(
        "KECS3010",
        cluster,
        `the cluster belongs to ${owner}, not to ${claimant}`,
        `give the instance another name, or take the cluster over: pulumi config set kecs:takeOver ${owner}`,
      );
}
