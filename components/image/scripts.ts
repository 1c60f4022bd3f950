import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string): string => readFileSync(join(__dirname, name), "utf8");

export const IMPORT_SCRIPT = read("import.sh");
export const REMOVE_SCRIPT = read("remove.sh");
