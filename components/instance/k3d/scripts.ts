import { readFileSync } from "node:fs";
import { join } from "node:path";

/*
 * The scripts of the Command resources. Their text is constant: values reach them by environment
 * and standard input, so that nothing has to be quoted and no path of this machine gets into the
 * stack's state.
 */

const read = (name: string): string => readFileSync(join(__dirname, name), "utf8");

export const ENSURE_SCRIPT = read("ensure.sh");
export const REMOVE_SCRIPT = read("remove.sh");
export const KUBECONFIG_SCRIPT = 'k3d kubeconfig get "$KECS_CLUSTER"';
