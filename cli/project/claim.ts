import { ownerOf, type Claim } from "../../cluster/k3d/owner";
import { backendIdentity } from "../../cluster/machine/backendIdentity";
import type { Project } from "./project";

type Variables = Readonly<Record<string, string | undefined>>;

/** What a stack may call its own. */
export function claimOf(
  env: Variables,
  project: Project,
  stack: string,
  config: Readonly<Record<string, string>>,
): Claim {
  const backend = backendIdentity(env, project.folder);
  return {
    owner: ownerOf({ backend, project: project.name, stack }),
    takeOver: config["kecs:takeOver"],
  };
}
