import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What makes the cluster's DNS read its configuration at once. */
export const RELOAD_SCRIPT = readFileSync(join(__dirname, "reload.sh"), "utf8");
