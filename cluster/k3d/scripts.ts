import { readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * The scripts of the Command resources. Their text is constant: values reach them by environment
 * and standard input, so that nothing has to be quoted and no path of this machine gets into the
 * stack's state. They are in the environment too: see commandLine.
 */

const read = (name: string): string => readFileSync(join(__dirname, name), "utf8");

/** What a script begins with: a temporary folder that goes with it, and how to ask Docker. */
export const SCRATCH_SCRIPT = read("scratch.sh");
const GUARD = `${SCRATCH_SCRIPT}\n${read("guard.sh")}`;

const ENSURE_PARTS = ["images.sh", "network.sh", "balancer.sh", "ensure.sh"];

export const ENSURE_SCRIPT = [GUARD, ...ENSURE_PARTS.map(read)].join("\n");
export const REMOVE_SCRIPT = `${GUARD}\n${read("remove.sh")}`;
/** Tells whose the cluster is; the CLI runs it, no Command does. */
export const WHOSE_SCRIPT = `${GUARD}\n${read("whose.sh")}`;
/** Pauses the cluster or lets it go on; the CLI runs it, no Command does. */
export const NAP_SCRIPT = `${GUARD}\n${read("nap.sh")}`;
export const KUBECONFIG_SCRIPT = 'k3d kubeconfig get "$KECS_CLUSTER"';
